TextCases.Run();
NumberCases.Run();
TypeCases.Run();
CollectionCases.Run();
MemoryCases.Run();
return Suite.Finish();
