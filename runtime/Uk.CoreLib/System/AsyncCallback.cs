namespace System;

/// <summary>Every delegate type that a stock assembly declares has methods with this in their signature.</summary>
public delegate void AsyncCallback(IAsyncResult ar);
