# The other processors of the machine, in programs with several lcores: see Processors.cs.

        .set    CODE_SELECTOR, 8

# What a processor executes first: real mode, at the start of a segment below 1 MiB. Processors.cs copies it there, and
# writes into the copy where that is.
        .section .rodata.uk_trampoline, "a"
        .code16
trampoline:
        cli
        movw    %cs, %ax
        movw    %ax, %ds
        lgdtl   gdt_pointer - trampoline
        movl    %cr0, %eax
        orl     $1, %eax
        movl    %eax, %cr0
        ljmpl   $CODE_SELECTOR, $uk_processor_start
        .balign 8
gdt:    .quad   0
        .quad   0x00CF9B000000FFFF              # 32-bit code
        .quad   0x00CF93000000FFFF              # data
gdt_pointer:
        .word   gdt_pointer - gdt - 1
gdt_address:
        .long   gdt - trampoline
trampoline_end:

        .macro  function name
        .section .text.\name, "ax"
        .code64
        .globl  \name
\name:
        .endm

        function uk_processor_layout
        movq    $processor_layout, %rax
        ret

# void uk_write_msr(uint register, ulong value)
        function uk_write_msr
        movl    %edi, %ecx
        movq    %rsi, %rax
        movq    %rsi, %rdx
        shrq    $32, %rdx
        wrmsr
        ret

# Nothing wakes this processor again.
        function uk_stop
1:      cli
        hlt
        jmp     1b

# ProcessorLayout in Processors.cs.
        .section .rodata.processor_layout, "a"
        .balign 8
processor_layout:
        .quad   trampoline, trampoline_end - trampoline, gdt_address - trampoline
        .quad   uk_lcore_block0, uk_lcore_areas
        .quad   uk_processors_started, uk_processors_wanted, uk_processor_entry

        .section .bss.lcores, "aw", @nobits
        .balign 8
        .globl  uk_processor_entry, uk_processors_started, uk_processors_wanted
uk_processor_entry:
        .skip   8
uk_processors_started:
        .skip   4
uk_processors_wanted:
        .skip   4
        .balign 64
uk_lcore_block0:
        .skip   0x3000
