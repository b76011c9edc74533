using System.IO;

delegate void Opened(FileInfo file); // expect: UK2001
