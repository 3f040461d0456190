using JoorBus.Orders.Recording;
using JoorBus.Persistence;

namespace JoorBus.Orders.Listing;

/// <summary>Every step of one order, oldest first.</summary>
public sealed class OrderTimeline(Database database)
{
    public async Task<IReadOnlyList<OrderStep>> ReadAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var steps = new List<OrderStep>();
        var command = database.Command("select order_id, at, kind, detail, message_id from order_timeline where order_id = $1 order by at, id");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(orderId);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    steps.Add(new OrderStep(
                        reader.GetGuid(0),
                        reader.GetFieldValue<DateTimeOffset>(1),
                        reader.GetString(2),
                        await reader.IsDBNullAsync(3, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(3),
                        await reader.IsDBNullAsync(4, cancellationToken).ConfigureAwait(false) ? null : reader.GetGuid(4)));
                }
            }
        }

        return steps;
    }
}
