using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

/// <summary>JSON as text: the reader, the writer and the document of System.Text.Json.</summary>
internal static class JsonTextCases
{
    private static readonly string[] s_texts =
    [
        "{}", "[]", "1", "\"a\"", "true", "null", "{\"a\":1,\"b\":[true,false,null],\"c\":{\"d\":\"e\"}}", "[1,-2,3.5,1e10,-0,0.1e-5]", "\"\\u00e4\\n\\t\\\"\\\\\\/\\ud83d\\ude00\"", " [ 1 , 2 ] ", "{\"a\":{\"a\":{\"a\":[[[]]]}}}", "\"ä€😀\"",
        "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "[1 2]", "01", "1.", "-", "tru", "\"a", "\"\\x\"", "\"\\u12\"", "{a:1}", "'a'", "[1]]", "nul", "{\"a\":1,}", "[", "1e", "\"\n\"", "// c\n1", "[1,/*x*/2]",
    ];

    private static string Read(string text, JsonReaderOptions options = default)
    {
        StringBuilder steps = new();
        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), options);
            while (reader.Read())
            {
                steps.Append((int)reader.TokenType).Append('@').Append(reader.TokenStartIndex).Append('/').Append(reader.CurrentDepth);
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) steps.Append('=').Append(reader.GetString());
                if (reader.TokenType == JsonTokenType.Number) steps.Append('=').Append(reader.TryGetInt32(out int whole) ? whole.ToString() : reader.GetDouble().ToString()).Append(reader.TryGetDecimal(out decimal exact) ? "," + exact : "");
                if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) steps.Append('=').Append(reader.GetBoolean());
                if (reader.TokenType == JsonTokenType.Comment) steps.Append('=').Append(reader.GetComment());
                steps.Append(' ');
            }
            return steps.Append(reader.BytesConsumed).ToString();
        }
        catch (JsonException exception)
        {
            return steps + "error " + exception.LineNumber + ":" + exception.BytePositionInLine;
        }
    }

    public static void Run()
    {
        Suite.Group("json text");
        for (int i = 0; i < s_texts.Length; i++)
        {
            Suite.Show($"read.{i}", Read(s_texts[i]));
            Suite.Show($"lenient.{i}", Read(s_texts[i], new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Allow }));
            Suite.Show($"document.{i}", Parse(s_texts[i]));
        }
        Suite.Show("message", Thrown.WithMessage(() => JsonDocument.Parse("[1,]")) + Thrown.WithMessage(() => JsonDocument.Parse("{\"a\":tru}")));
        Suite.Show("depth", Read("[[[1]]]", new JsonReaderOptions { MaxDepth = 2 }));
        Writing();
        Values();
        Elements();
        Parts();
    }

    private static string Parse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return (int)root.ValueKind + " " + root.GetRawText() + " " + Walk(root);
        }
        catch (JsonException exception)
        {
            return "error " + exception.LineNumber + ":" + exception.BytePositionInLine;
        }
    }

    private static string Walk(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                string members = "";
                foreach (JsonProperty property in element.EnumerateObject()) members += property.Name + "=" + Walk(property.Value) + ";";
                return "{" + members + "}";
            case JsonValueKind.Array:
                string items = "";
                foreach (JsonElement item in element.EnumerateArray()) items += Walk(item) + ",";
                return "[" + items + element.GetArrayLength() + "]";
            case JsonValueKind.String:
                return "'" + element.GetString() + "'";
            default:
                return element.ToString();
        }
    }

    private static string Written(Action<Utf8JsonWriter> write, JsonWriterOptions options = default)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, options)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan).Replace("\n", "|");
    }

    private static void Sample(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("text", "a\"b\\c/d\n<ä€😀>'&+");
        writer.WriteNumber("int", -5);
        writer.WriteNumber("long", long.MaxValue);
        writer.WriteNumber("double", 0.1);
        writer.WriteNumber("decimal", 1.50m);
        writer.WriteNumber("float", 2.5f);
        writer.WriteBoolean("yes", true);
        writer.WriteNull("none");
        writer.WriteString("date", new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        writer.WriteString("offset", new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));
        writer.WriteString("guid", new Guid("01234567-89ab-cdef-0123-456789abcdef"));
        writer.WriteStartArray("list");
        for (int i = 0; i < 3; i++) writer.WriteNumberValue(i * 1.5);
        writer.WriteStringValue("x"u8);
        writer.WriteStartObject();
        writer.WriteEndObject();
        writer.WriteStartArray();
        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WritePropertyName("raw");
        writer.WriteRawValue("{\"a\": 1}");
        writer.WriteBase64String("bytes", [1, 2, 250]);
        writer.WriteEndObject();
    }

    private static void Writing()
    {
        Suite.Show("write", Written(Sample));
        Suite.Show("write.indented", Written(Sample, new JsonWriterOptions { Indented = true }));
        Suite.Show("write.tabs", Written(Sample, new JsonWriterOptions { Indented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" }));
        Suite.Show("write.relaxed", Written(Sample, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Suite.Show("write.errors", Thrown.KindBy(() => Written(w => w.WriteEndObject())) + Thrown.KindBy(() => Written(w => { w.WriteStartObject(); w.WriteNumberValue(1); })) + Thrown.KindBy(() => Written(w => { w.WriteStartArray(); w.WriteNumber("a", 1); })) + Thrown.KindBy(() => Written(w => w.WriteNumberValue(double.NaN))) + Thrown.KindBy(() => Written(w => { w.WriteNumberValue(1); w.WriteNumberValue(2); })));
        Suite.Show("write.unchecked", Written(w => { w.WriteNumberValue(1); w.WriteNumberValue(2); }, new JsonWriterOptions { SkipValidation = true }));
        MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartArray();
            for (int i = 0; i < 2000; i++) writer.WriteNumberValue(i);
            writer.WriteEndArray();
            writer.Flush();
            Suite.Show("write.stream", $"{stream.Length} {writer.BytesCommitted} {writer.BytesPending} {writer.CurrentDepth}");
        }
    }

    private static void Values()
    {
        string[] numbers = ["0", "-1", "255", "256", "1.0", "1.5", "1e2", "2147483648", "9223372036854775808", "1e400", "0.1"];
        for (int i = 0; i < numbers.Length; i++)
        {
            using JsonDocument document = JsonDocument.Parse(numbers[i]);
            JsonElement e = document.RootElement;
            Suite.Show($"number.{i}", $"{e.TryGetByte(out byte a)}{a} {e.TryGetInt16(out short b)}{b} {e.TryGetInt32(out int c)}{c} {e.TryGetUInt32(out uint d)}{d} {e.TryGetInt64(out long f)}{f} {e.TryGetUInt64(out ulong g)}{g} {e.TryGetDecimal(out decimal h)}{h} {e.TryGetDouble(out double k)}{k} {e.TryGetSingle(out float l)}{l}");
        }
        string[] texts = ["\"2020-01-02\"", "\"2020-01-02T03:04:05\"", "\"2020-01-02T03:04:05.678Z\"", "\"2020-01-02T03:04:05+01:00\"", "\"2020-13-01\"", "\"01234567-89ab-cdef-0123-456789abcdef\"", "\"AQL6\"", "\"x\""];
        for (int i = 0; i < texts.Length; i++)
        {
            using JsonDocument document = JsonDocument.Parse(texts[i]);
            JsonElement e = document.RootElement;
            Suite.Show($"value.{i}", $"{(e.TryGetDateTime(out DateTime date) ? date.ToString("s") + (int)date.Kind : "no")} {(e.TryGetDateTimeOffset(out DateTimeOffset offset) && texts[i].Length > 22 ? offset.ToString("o") : "no")} {(e.TryGetGuid(out Guid guid) ? guid : "no")} {(e.TryGetBytesFromBase64(out byte[]? bytes) ? Convert.ToHexString(bytes) : "no")} {e.ValueEquals("x")}");
        }
    }

    private static void Elements()
    {
        using JsonDocument document = JsonDocument.Parse("{\"a\":1,\"b\":{\"c\":[10,20,{\"d\":\"e\"}]},\"a\":2,\"n\\u0061me\":null}");
        JsonElement root = document.RootElement;
        Suite.Show("element.property", $"{root.GetProperty("a").GetInt32()} {root.GetProperty("b").GetProperty("c")[1].GetInt32()} {root.GetProperty("b").GetProperty("c")[2].GetProperty("d"u8).GetString()} {root.TryGetProperty("zz", out _)} {root.GetProperty("name").ValueKind == JsonValueKind.Null} {root.GetPropertyCount()}");
        Suite.Show("element.errors", Thrown.KindBy(() => root.GetProperty("zz")) + Thrown.KindBy(() => _ = root[0]) + Thrown.KindBy(() => root.GetProperty("a").GetString()) + Thrown.KindBy(() => root.GetProperty("a").GetProperty("x")) + Thrown.KindBy(() => _ = root.GetProperty("b").GetProperty("c")[9]) + Thrown.KindBy(() => root.GetProperty("b").GetProperty("c")[2].GetInt32()));
        JsonElement clone = root.GetProperty("b").Clone();
        Suite.Show("element.clone", clone.ToString() + clone.GetProperty("c").GetArrayLength());
        Suite.Show("element.write", Written(w => root.WriteTo(w)) + Written(w => root.GetProperty("b").WriteTo(w), new JsonWriterOptions { Indented = true }));
        Suite.Show("element.equals", $"{JsonElement.DeepEquals(root.GetProperty("b"), clone)} {JsonElement.DeepEquals(root, clone)} {default(JsonElement).ValueKind == JsonValueKind.Undefined}");
        JsonDocument closed = JsonDocument.Parse("[1]");
        JsonElement gone = closed.RootElement;
        closed.Dispose();
        Suite.Show("element.closed", Thrown.KindBy(() => gone.GetArrayLength()));
        Suite.Show("document.comments", JsonDocument.Parse("[1,/*x*/2,]", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement.ToString());
        Suite.Show("document.duplicates", Thrown.KindBy(() => JsonDocument.Parse("{\"a\":1,\"a\":2}", new JsonDocumentOptions { AllowDuplicateProperties = false })));
        using JsonDocument fromStream = JsonDocument.Parse(new MemoryStream("{\"k\":[1,2,3]}"u8.ToArray()));
        Suite.Show("document.stream", fromStream.RootElement.GetProperty("k").GetArrayLength().ToString());
        using JsonDocument fromLater = JsonDocument.ParseAsync(new MemoryStream("[true]"u8.ToArray())).Result;
        Suite.Show("document.async", fromLater.RootElement[0].GetBoolean().ToString());
    }

    private static void Parts()
    {
        byte[] all = Encoding.UTF8.GetBytes("{\"name\":\"value\",\"list\":[1,22,333]}");
        for (int part = 1; part < 8; part += 2)
        {
            JsonReaderState state = default;
            List<byte> held = [];
            string tokens = "";
            for (int at = 0; at < all.Length;)
            {
                int length = Math.Min(part, all.Length - at);
                held.AddRange(all[at..(at + length)]);
                at += length;
                Utf8JsonReader reader = new(held.ToArray(), at == all.Length, state);
                while (reader.Read()) tokens += (int)reader.TokenType + (reader.TokenType == JsonTokenType.Number ? "=" + reader.GetInt32() : "") + " ";
                held.RemoveRange(0, (int)reader.BytesConsumed);
                state = reader.CurrentState;
            }
            Suite.Show($"parts.{part}", tokens);
        }
        Utf8JsonReader skipping = new("{\"a\":[1,[2,3]],\"b\":4}"u8);
        skipping.Read();
        skipping.Read();
        skipping.Skip();
        skipping.Read();
        Suite.Show("skip", skipping.GetString() + skipping.ValueTextEquals("b"));
    }
}
