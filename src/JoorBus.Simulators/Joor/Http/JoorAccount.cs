namespace JoorBus.Simulators.Joor;

internal sealed record JoorAccount(string Token, JoorSimulatorOrders Orders, CreditWindow Credits);
