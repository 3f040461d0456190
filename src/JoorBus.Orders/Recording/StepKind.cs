namespace JoorBus.Orders.Recording;

/// <summary>The kinds of timeline steps.</summary>
public static class StepKind
{
    public const string Received = "joor-order.received";
    public const string Amended = "joor-order.amended";
    public const string Cancelled = "joor-order.cancelled";
    public const string ExportMarked = "joor-order.export-marked";
    public const string ExportMarkRefused = "joor-order.export-mark-refused";
    public const string CreateSent = "wms-order.create-sent";
    public const string AmendSent = "wms-order.amend-sent";
    public const string CancelSent = "wms-order.cancel-sent";
    public const string ChangeWaits = "wms-order.change-waits";
    public const string WmsAccepted = "wms-order.accepted";
    public const string WmsRejected = "wms-order.rejected";
    public const string WmsCancelled = "wms-order.cancelled";
    public const string WmsShipped = "wms-order.shipped";
    public const string WmsSilent = "wms-order.silent";
    public const string ChangeTooLate = "wms-order.change-too-late";
}
