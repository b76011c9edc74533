TextCases.Run();
StringCases.Run();
BuilderCases.Run();
NumberCases.Run();
ParseCases.Run();
TypeCases.Run();
CollectionCases.Run();
MemoryCases.Run();
return Suite.Finish();
