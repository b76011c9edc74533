// Mark and sweep. The stack, the saved registers and the objects that the compiler made are taken conservatively: whatever
// looks like an address inside an object keeps it. Static fields and the fields of objects are known exactly.

using System.Runtime.CompilerServices;

namespace Internal.Runtime.GarbageCollection;

internal static unsafe class Collector
{
    private const nuint MinMarkStackLength = 32 << 10;

    /// <summary>Of a long run of references so many are looked at, and what they refer to, before the next ones are.</summary>
    private const int ReferencesAtATime = 128;

    private static ulong* s_stackBase;

    /// <summary>
    /// Objects that are marked and whose fields have not been looked at. Of a run of references: where it begins, then
    /// where it ends with the lowest bit set.
    /// </summary>
    private static byte** s_markStack;
    private static int s_markStackCount;
    private static int s_markStackLength;

    /// <summary>Some marked object was not remembered, so the marked ones have to be gone through again.</summary>
    private static bool s_overflowed;

    private static nuint s_liveBytes;

    /// <summary>Set by what depends on who is dead, so that other images are without it.</summary>
    internal static delegate*<void> s_afterMarking;

    internal static int CollectionCount { get; private set; }
    internal static ulong LongestPauseCycles { get; private set; }
    internal static ulong LastPauseCycles { get; private set; }
    internal static ulong TotalPauseCycles { get; private set; }

    /// <summary>When the first collection began.</summary>
    internal static ulong FirstCycles { get; private set; }

    /// <param name="stackBase">Nothing further up the stack holds a reference.</param>
    internal static void Initialize(ulong* stackBase)
    {
        CollectedHeap.Initialize();
        s_stackBase = stackBase;
        nuint length;
        s_markStack = (byte**)Platform.GrowHeap(MinMarkStackLength, &length);
        s_markStackLength = (int)(length / (nuint)sizeof(byte*));
        if (s_markStack == null) Panic.Fail("The machine has too little memory for a collected heap. Start it with more.");
    }

    /// <param name="stack">Everything that is alive is reachable from here up to the base, or from static fields.</param>
    /// <returns>Bytes of the objects that live on.</returns>
    internal static nuint Run(ulong* stack)
    {
        ulong start = Platform.Cycles();
        s_liveBytes = 0;
        for (HeapChunk* chunk = HeapMap.First; chunk != null; chunk = chunk->Next) chunk->BeginMarking();
        for (ulong* word = stack; word < s_stackBase; word++) MarkConservatively((byte*)*word);
        MarkStatics();
        Drain();
        if (s_afterMarking != null) s_afterMarking();
        for (HeapChunk* chunk = HeapMap.First; chunk != null; chunk = chunk->Next) chunk->Sweep();
        if (CollectionCount++ == 0) FirstCycles = start;
        ulong pause = Platform.Cycles() - start;
        TotalPauseCycles += pause;
        LastPauseCycles = pause;
        if (pause > LongestPauseCycles) LongestPauseCycles = pause;
        return s_liveBytes;
    }

    private static void MarkStatics()
    {
        ModuleEntry* statics = Module.Find(ModuleEntry.GcStatics);
        if (statics != null)
            for (int* cell = (int*)statics->Start; cell < statics->End; cell++)
                MarkReference(*(byte**)((byte*)cell + *cell));
        // Objects that the compiler made may have been given references since. There are strings and numbers among them.
        ModuleEntry* frozen = Module.Find(ModuleEntry.FrozenObjects);
        if (frozen != null)
            for (byte** word = (byte**)frozen->Start; word < frozen->End; word++)
                MarkConservatively(*word);
    }

    /// <summary>Whether the object lives, as far as is known. Everything outside of the heap does.</summary>
    internal static bool IsMarked(nint reference)
    {
        byte* block = (byte*)reference - sizeof(nint);
        HeapChunk* chunk = HeapMap.Find(block);
        return chunk == null || chunk->IsTaken(block);
    }

    /// <summary>The object lives, and so does what it refers to.</summary>
    internal static void Keep(nint reference)
    {
        MarkReference((byte*)reference);
        Drain();
    }

    private static void MarkConservatively(byte* address)
    {
        HeapChunk* chunk = HeapMap.Find(address);
        if (chunk == null) return;
        byte* block = chunk->FindStartBefore(address);
        if (block != null && address < block + CollectedHeap.ObjectLength(block)) Mark(chunk, block);
    }

    /// <summary>A reference to an object, or to nothing of the heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MarkReference(byte* reference)
    {
        byte* block = reference - sizeof(nint);
        HeapChunk* chunk = HeapMap.Find(block);
        if (chunk != null && !chunk->IsTaken(block)) Mark(chunk, block);
    }

    private static void Mark(HeapChunk* chunk, byte* block)
    {
        if (chunk->IsTaken(block)) return;
        nuint length = CollectedHeap.ObjectLength(block);
        chunk->Take(block, length);
        s_liveBytes += length;
        if (!(*(MethodTable**)(block + sizeof(nint)))->HasReferences) return;
        if (s_markStackCount == s_markStackLength) s_overflowed = true;
        else s_markStack[s_markStackCount++] = block;
    }

    private static void Drain()
    {
        while (true)
        {
            while (s_markStackCount != 0) MarkNext();
            if (!s_overflowed) return;
            s_overflowed = false;
            for (HeapChunk* chunk = HeapMap.First; chunk != null; chunk = chunk->Next) MarkFieldsOfMarked(chunk);
        }
    }

    private static void MarkNext()
    {
        byte* next = s_markStack[--s_markStackCount];
        if (((nint)next & 1) == 0) MarkFields(next);
        else MarkRun((byte**)s_markStack[--s_markStackCount], (byte**)(next - 1));
    }

    private static void MarkFieldsOfMarked(HeapChunk* chunk)
    {
        for (byte* block = chunk->FindStartFrom(chunk->Room); block < chunk->RoomEnd;
            block = chunk->FindStartFrom(block + CollectedHeap.ObjectLength(block)))
        {
            if (chunk->IsTaken(block) && (*(MethodTable**)(block + sizeof(nint)))->HasReferences) MarkFields(block);
            while (s_markStackCount != 0) MarkNext();
        }
    }

    /// <summary>
    /// Where references are stands before the method table: the number of series, then their descriptions downwards.
    /// </summary>
    private static void MarkFields(byte* block)
    {
        byte* instance = block + sizeof(nint);
        nint* description = *(nint**)instance;
        nint count = description[-1];
        if (count < 0)
        {
            MarkElements(instance, description, -(int)count);
            return;
        }
        nint length = (nint)CollectedHeap.ObjectLengthExact(block);
        for (nint* series = description - 2; count > 0; count--, series -= 2)
        {
            byte** field = (byte**)(instance + series[0]);
            byte** end = (byte**)((byte*)field + series[-1] + length);
            MarkRun(field, end);
        }
    }

    private static void MarkRun(byte** field, byte** end)
    {
        if (end - field > ReferencesAtATime && s_markStackCount < s_markStackLength - 1)
        {
            s_markStack[s_markStackCount++] = (byte*)(field + ReferencesAtATime);
            s_markStack[s_markStackCount++] = (byte*)end + 1;
            end = field + ReferencesAtATime;
        }
        for (; field < end; field++) MarkReference(*field);
    }

    /// <summary>An array of structs: runs of references and of other bytes, the same for every element.</summary>
    private static void MarkElements(byte* instance, nint* description, int runCount)
    {
        byte* element = instance + description[-2];
        uint left = *(uint*)(instance + sizeof(nint));
        for (; left != 0; left--)
        {
            uint* run = (uint*)(description - 3);
            for (int i = 0; i < runCount; i++, run -= 2)
            {
                for (uint references = run[0]; references != 0; references--, element += sizeof(nint))
                    MarkReference(*(byte**)element);
                element += run[1];
            }
        }
    }
}
