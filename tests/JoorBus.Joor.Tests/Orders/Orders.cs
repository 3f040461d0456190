namespace JoorBus.Joor.Tests;

/// <summary>Orders as JOOR's v2 writes them.</summary>
internal static class Orders
{
    public const string Full = """
        {"order_id":172728,"order_comments":"","order_internal_comments":"keep dry","order_currency":"USD","order_currency_retail":"USD",
         "order_currency_name":"US Dollar","order_discount":0,"order_discount_percent":"","order_shipping_total":null,"order_total":450.10,
         "order_source":"JOOR iPad","order_season_code":"S15","order_type":"4","order_type_name":"Post-Market","order_type_code":"",
         "order_event":"JOOR iPad","order_event_code":"","order_delivery_name":"Denim 2014","order_delivery_code":"D14",
         "date_created":"2013-10-02T06:34:46.125234+00:00","date_approved":"2013-10-02T06:00:00+02:00","date_modified":"2013-10-03T00:00:00",
         "date_ship_start":"2013-10-02","date_ship_end":"","sales_representative":"Mike","sales_representative_code":"",
         "customer_name":"Shop","customer_code":"C-9","company_name":"WOMEN","company_code":"WMN","customer_group_name":"Specialty",
         "customer_group_code":"SPC","customer_purchase_order":"172728","integration_purchase_order":"","customer_buyer_name":"Ann",
         "shipping_code":"S1","shipping_name":"Shop","shipping_email":"a@b.no","shipping_address_1":"1 Way","shipping_address_2":"",
         "shipping_city":"Oslo","shipping_postal_code":"0150","shipping_country_iso_two":"NO","shipping_country_iso_three":"NOR",
         "billing_code":"","billing_name":"","warehouse_name":"","warehouse_code":"","is_personal_order":true,"order_divisions":"",
         "order_doors":[{"door_id":77,"door_name":"Main","door_code":null,"door_deleted":false}],
         "line_items":[
          {"item_name":"Tee","item_number":"T-1","item_style_id":12,"item_color":"Red","item_upc":"0123","item_size":"M","item_price":25.0,
           "item_retail_price":89.9,"item_unit_price":90,"item_quantity":5,"item_multiplier":"","item_price_extended":450,"item_door_id":77,
           "style_tags":[{"style_tag_code":"T","style_tag_group":"G","style_tag_name":"N","style_tag_value":"V"}]},
          {"item_name":"Tee","item_number":"T-1","item_upc":"0124","item_unit_price":"0.1","item_retail_price":"","item_quantity":"3",
           "item_multiplier":6,"item_door_id":"","style_tags":""}]}
        """;
}
