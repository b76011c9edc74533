using System.IO;

/// <summary>Not <see cref="File.ReadAllText(string)"/>, nor <see cref="FileStream"/>.</summary>
static class Case;
