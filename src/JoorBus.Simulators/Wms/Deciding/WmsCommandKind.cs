namespace JoorBus.Simulators.Wms;

internal enum WmsCommandKind
{
    Create,
    Amend,
    Cancel,
}
