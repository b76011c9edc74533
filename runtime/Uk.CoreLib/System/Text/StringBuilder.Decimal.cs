namespace System.Text;

public sealed partial class StringBuilder
{
    public StringBuilder Append(decimal value) => Append(value.ToString());
    public StringBuilder Insert(int index, decimal value) => Insert(index, value.ToString());
}
