# gdb, for images: frames and lines with the names of C#, strings, arrays, lists, spans, mbufs and objects as what they are.
#
#     gdb X.kvm.dbg -x uk-gdb.py -ex 'target remote :1234'      uk run --gdb X.kvm prints this line
#     gdb -x uk-gdb.py --args X.linux.dbg                       a linux image is a process
#
# Commands: uk-bt, uk-locals, uk-print EXPRESSION. `help uk-bt` and so on explain them. What types there are and how they
# lie in memory says the DWARF of the .dbg; the type of an object is the symbol that its first word points at.

import os
import re

import gdb

MAX_CHARACTERS = 200
MAX_ELEMENTS = 20
MAX_DEPTH = 2
MAX_BYTES = 32

_TYPE_ARGUMENTS_MAX = 32
_CORE_LIBRARY = "S_P_CoreLib_"

# ---- names ----


def _short_arguments(name):
    """Type arguments are whole compositions; longer ones say nothing."""
    text, depth, start = "", 0, 0
    for i, c in enumerate(name):
        if c == "<":
            if depth == 0:
                start = i
            depth += 1
        if depth == 0:
            text += c
        if c == ">" and depth != 0:
            depth -= 1
            if depth == 0:
                part = name[start:i + 1]
                text += part if len(part) <= _TYPE_ARGUMENTS_MAX else "<…>"
    return text if depth == 0 else name


def _without_repeated_assembly(name):
    """The root namespace of a library has the name of its assembly: Uk_Net_Uk_Net_Packet."""
    for i in range(len(name) // 2, 0, -1):
        ends_there = 2 * i + 1 == len(name) or (2 * i + 1 < len(name) and name[2 * i + 1] == "_")
        if ends_there and name[i] == "_" and name[:i] == name[i + 1:2 * i + 1]:
            return name[i + 1:]
    return name


def readable_type(name):
    """S_P_CoreLib_System_Exception is System.Exception; of other assemblies nobody can tell which underscores were dots."""
    name = re.sub(r"^_ZTV\d+", "", name)
    if name.startswith("__Array<") and name.endswith(">"):
        return readable_type(name[len("__Array<"):-1]) + "[]"
    if name.startswith(_CORE_LIBRARY):
        return name[len(_CORE_LIBRARY):].replace("_", ".")
    return _without_repeated_assembly(_short_arguments(name))


def readable_method(name):
    """Uk_Net_Uk_Net_Packet__Check is Uk_Net_Packet.Check."""
    name = _short_arguments(name.split("(")[0])
    if name.startswith("_"):
        return name
    depth = 0
    for i in range(1, len(name) - 2):
        if name[i] == "<":
            depth += 1
        elif name[i] == ">":
            depth -= 1
        elif depth == 0 and name[i:i + 2] == "__":
            return readable_type(name[:i]) + "." + name[i + 2:]
    return name


# ---- objects ----


def _word(address):
    return int.from_bytes(bytes(gdb.selected_inferior().read_memory(address, 8)), "little")


def _address(value):
    """Of what a reference or a pointer leads to, or of a value in memory; None where there is none."""
    code = value.type.strip_typedefs().code
    if code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
        return int(value.cast(gdb.lookup_type("ulong"))) if value.referenced_value().address is None else int(value.referenced_value().address)
    if code == gdb.TYPE_CODE_PTR:
        return int(value)
    return None if value.address is None else int(value.address)


def _type_of_object(address):
    """The linker's name of the class of an object; None where no symbol stands at its method table."""
    symbol = gdb.execute("info symbol %d" % _word(address), to_string=True)
    # By the conventions of C++, by which gdb reads it, _ZTV6String is the "vtable for String".
    match = re.match(r"(vtable for )?(?P<name>.+?) in section \S+( of .*)?$", symbol.strip())
    return None if match is None or re.search(r" \+ \d+$", match.group("name")) else match.group("name")


def _find_type(name):
    """DWARF's type of a class, by the name of its method table."""
    name = re.sub(r"^_ZTV\d+", "", name)
    candidates = [name]
    # DWARF calls the types that C# has words for by their own names.
    if name.startswith(_CORE_LIBRARY + "System_"):
        candidates.append(name[len(_CORE_LIBRARY + "System_"):])
    for candidate in candidates:
        try:
            return gdb.lookup_type(candidate)
        except gdb.error:
            pass
    return None


def _string(address):
    length = int.from_bytes(bytes(gdb.selected_inferior().read_memory(address + 8, 4)), "little")
    count = min(length, MAX_CHARACTERS)
    text = bytes(gdb.selected_inferior().read_memory(address + 12, 2 * count)).decode("utf-16-le", "replace")
    for character, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\0", "\\0")):
        text = text.replace(character, escaped)
    return '"%s"%s' % (text, "" if count == length else "… (%d characters)" % length)


def _elements(start, element_type, count, depth):
    """`count` values of a type that lie behind one another."""
    shown = min(count, MAX_ELEMENTS)
    size = element_type.sizeof
    texts = []
    for i in range(shown):
        element = gdb.Value(start + i * size).cast(element_type.pointer()).dereference() if element_type.code not in (gdb.TYPE_CODE_REF,) else _reference(start + i * size, element_type)
        texts.append(describe(element, depth + 1))
    if shown != count:
        texts.append("… (%d)" % count)
    return "[" + ", ".join(texts) + "]"


def _reference(place, reference_type):
    """A reference that lies in memory."""
    target = _word(place)
    return None if target == 0 else gdb.Value(target).cast(reference_type.target().pointer()).dereference()


def _fields_of(value, depth):
    """Name and text of every field, those of the base classes first."""
    for field in value.type.strip_typedefs().fields():
        if not hasattr(field, "bitpos"):
            continue
        if field.is_base_class:
            if field.name != "Object":
                yield from _fields_of(value[field], depth)
            continue
        name = re.match(r"<(.+)>k__BackingField$", field.name)
        yield (name.group(1) if name else field.name), describe(value[field], depth + 1)


def _object(address, depth):
    """An object by what its method table says that it is, not by what the variable may hold."""
    try:
        name = _type_of_object(address)
        if name is None:
            return "object at 0x%x" % address
        plain = re.sub(r"^_ZTV\d+", "", name)
        if plain in ("String", _CORE_LIBRARY + "System_String"):
            return _string(address)
        dwarf = _find_type(name)
        title = readable_type(plain)
        if dwarf is None:
            return "%s at 0x%x" % (title, address)
        value = gdb.Value(address).cast(dwarf.pointer()).dereference()
        special = _special(value, dwarf.name, depth)
        if special is not None:
            return special
        if depth >= MAX_DEPTH:
            return "%s at 0x%x" % (title, address)
        return "%s { %s }" % (title, ", ".join("%s = %s" % field for field in _fields_of(value, depth)))
    except gdb.MemoryError:
        return "0x%x (not in memory)" % address


def _special(value, name, depth):
    """What is shown by its elements; None for other types."""
    if name.startswith("__Array<"):
        count = int(value["m_NumComponents"])
        data = value["m_Data"]
        element = data.type.strip_typedefs().target()
        return "%s[%d] %s" % (readable_type(name[len("__Array<"):-1]), count, _elements(int(data.address), element, count, depth))
    if name.startswith("S_P_CoreLib_System_Collections_Generic_List_1<"):
        array = _address(value["_items"])
        count = int(value["_size"])
        items = value["_items"].type.strip_typedefs().target()
        data = gdb.Value(array).cast(items.pointer()).dereference()["m_Data"]
        return "List[%d] %s" % (count, _elements(int(data.address), data.type.strip_typedefs().target(), count, depth))
    if name.startswith(("S_P_CoreLib_System_Span_1<", "S_P_CoreLib_System_ReadOnlySpan_1<")):
        return _span(value, depth)
    if name == "Uk_Mbuf_Uk_Mbuf":
        return _mbuf(value)
    if name == "Uk_Mbuf_Uk_Burst":
        return "burst of %d" % int(value["_count"])
    return None


def _span(value, depth):
    start = int(value["_reference"].cast(gdb.lookup_type("ulong"))) if value["_reference"].type.code != gdb.TYPE_CODE_REF else _address(value["_reference"])
    length = int(value["_length"])
    # Of a span in two registers the compiler says which is which the wrong way round: no address is as small as a length.
    if 0 <= start < 4096 and length > 4096:
        start, length = length, start
    element = value["_reference"].type.strip_typedefs().target()
    return "Span[%d] %s" % (length, _elements(start, element, length, depth) if length != 0 else "[]")


def _mbuf(value):
    length, offset = int(value["_dataLength"]), int(value["_dataOffset"])
    start = int(value["_room"]) + offset
    shown = min(length, MAX_BYTES)
    data = bytes(gdb.selected_inferior().read_memory(start, shown)).hex(" ") if shown else ""
    segments = int(value["_moreSegments"])
    more = ", %d more segments with %d bytes" % (segments, int(value["_moreBytes"])) if segments else ""
    reason = int(value["_dropReason"])
    dropped = ", dropped: %s" % str(value["_dropReason"]).split("::")[-1] if reason else ""
    return "mbuf of %d bytes%s, headroom %d%s [%s%s]" % (length, more, offset, dropped, data, " …" if shown < length else "")


def describe(value, depth=0):
    """A value as C# would write it, or nearly."""
    try:
        if value is None:
            return "null"
        if value.is_optimized_out:
            return "<optimised away>"
        kind = value.type.strip_typedefs()
        if kind.code == gdb.TYPE_CODE_REF:
            address = _address(value)
            if address == 0:
                return "null"
            target = kind.target().strip_typedefs()
            if _is_class(target):
                return _object(address, depth)
            return describe(value.referenced_value(), depth)
        if kind.code == gdb.TYPE_CODE_PTR:
            address = int(value)
            if address != 0 and kind.target().name == "Uk_Mbuf_Uk_Mbuf":
                return describe(value.dereference(), depth)
            return "null" if address == 0 else "0x%x" % address
        if kind.code == gdb.TYPE_CODE_STRUCT:
            if _is_class(kind) and value.address is not None:
                return _object(int(value.address), depth)
            special = _special(value, kind.name or "", depth)
            if special is not None:
                return special
            if depth >= MAX_DEPTH:
                return readable_type(kind.name or "?")
            return "%s { %s }" % (readable_type(kind.name or "?"), ", ".join("%s = %s" % field for field in _fields_of(value, depth)))
        if kind.code == gdb.TYPE_CODE_ENUM:
            return str(value).split("::")[-1]
        if kind.code == gdb.TYPE_CODE_BOOL:
            return "true" if int(value) else "false"
        if kind.name in ("byte", "sbyte") or kind.code == gdb.TYPE_CODE_INT:
            return str(int(value))
        return value.format_string(raw=True)
    except gdb.MemoryError:
        return "<not in memory>"
    except gdb.error as problem:
        return "<%s>" % problem


def _is_class(kind):
    """A type of objects: its innermost base is Object. Structs have none."""
    if kind.name == "Object":
        return True
    return kind.code == gdb.TYPE_CODE_STRUCT and any(field.is_base_class for field in kind.fields()[:1])


# ---- gdb's own print ----


class _Printer:
    def __init__(self, value):
        self._value = value

    def to_string(self):
        return describe(self._value)


def _printer_for(value):
    kind = value.type.strip_typedefs()
    if kind.code == gdb.TYPE_CODE_REF:
        kind = kind.target().strip_typedefs()
    elif kind.code == gdb.TYPE_CODE_PTR:
        return None
    if kind.code != gdb.TYPE_CODE_STRUCT:
        return None
    name = kind.name or ""
    known = name in ("Uk_Mbuf_Uk_Mbuf", "Uk_Mbuf_Uk_Burst") or name.startswith(("S_P_CoreLib_System_Span_1<", "S_P_CoreLib_System_ReadOnlySpan_1<"))
    return _Printer(value) if known or _is_class(kind) else None


# ---- commands ----


def _variables(frame):
    """Arguments, then locals, with what they hold."""
    try:
        block = frame.block()
    except RuntimeError:
        return
    while block is not None:
        for symbol in block:
            if symbol.is_argument or symbol.is_variable:
                try:
                    value = symbol.value(frame)
                except gdb.error:
                    value = None
                yield symbol, describe(value) if value is not None else "<optimised away>"
        if block.function is not None:
            return
        block = block.superblock


def _place(frame):
    # gdb gives assembly code the line of the method before it.
    if frame.function() is None:
        return ""
    at = frame.find_sal()
    return " at %s:%d" % (at.symtab.filename, at.line) if at.symtab is not None and at.line else ""


class BacktraceCommand(gdb.Command):
    """uk-bt [values]: the stack with the names of C#: methods, files and lines; with `values` the arguments too."""

    def __init__(self):
        super().__init__("uk-bt", gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        frame, number = gdb.newest_frame(), 0
        while frame is not None and frame.is_valid():
            name = frame.name() or gdb.execute("info symbol %d" % frame.pc(), to_string=True).split(" in section")[0].strip()
            if name.startswith("No symbol"):
                return
            values = ""
            if argument.strip() == "values":
                values = "(%s)" % ", ".join("%s = %s" % (symbol.name, text) for symbol, text in _variables(frame) if symbol.is_argument)
            gdb.write("#%-2d %s%s%s\n" % (number, readable_method(name), values, _place(frame)))
            # Below assembly code lies nothing: it starts the program, or an interrupt's frame that nobody describes.
            if frame.function() is None and number != 0:
                return
            try:
                frame = frame.older()
            except gdb.error:
                return
            number += 1


class LocalsCommand(gdb.Command):
    """uk-locals: the arguments and local variables of the selected frame, objects with their fields."""

    def __init__(self):
        super().__init__("uk-locals", gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        for symbol, text in _variables(gdb.selected_frame()):
            gdb.write("%s = %s\n" % (symbol.name, text))


class PrintCommand(gdb.Command):
    """uk-print EXPRESSION: a value as C# would write it; an address is taken for that of an object."""

    def __init__(self):
        super().__init__("uk-print", gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        value = gdb.parse_and_eval(argument)
        if value.type.strip_typedefs().code in (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_PTR) and int(value) > 4096:
            text = _object(int(value), 0)
        else:
            text = describe(value)
        gdb.write(text + "\n")


# ---- sources ----


def _find_sources(event=None):
    """The build calls the folder of the sources /_/, so that it is the same build everywhere: it lies above the image."""
    for image in gdb.objfiles():
        folder = os.path.dirname(os.path.realpath(image.filename))
        found = None
        while len(folder) > 1:
            if os.path.exists(os.path.join(folder, "Directory.Build.props")):
                found = folder
            folder = os.path.dirname(folder)
        if found is not None:
            gdb.execute("set substitute-path /_ %s" % found, to_string=True)
            return


BacktraceCommand()
LocalsCommand()
PrintCommand()
gdb.pretty_printers.insert(0, _printer_for)
gdb.execute("set language c++", to_string=True)
_find_sources()
gdb.events.new_objfile.connect(_find_sources)
