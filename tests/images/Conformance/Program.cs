TextCases.Run();
NumberCases.Run();
TypeCases.Run();
CollectionCases.Run();
MemoryCases.Run();
ExceptionCases.Run();
return Suite.Finish();
