# From the PVH entry point to C#: page tables, long mode, the stack. Everything that can wait is done in C#.
# Entry state (PVH, "x86/HVM direct boot ABI"): 32-bit protected mode, flat segments, paging off, interrupts off,
# ebx = physical address of hvm_start_info.

        .set    PRESENT, 1 << 0
        .set    WRITABLE, 1 << 1
        .set    NO_EXECUTE_HIGH, 1 << 31        # bit 63, in the upper half of an entry

        .set    CR0_PE_MP_NE_WP_PG, 1 << 0 | 1 << 1 | 1 << 5 | 1 << 16 | 1 << 31
        .set    CR4_PAE_OSFXSR_OSXMMEXCPT, 1 << 5 | 1 << 9 | 1 << 10
        .set    CR4_OSXSAVE, 1 << 18
        .set    MSR_EFER, 0xC0000080
        .set    EFER_LME_NXE, 1 << 8 | 1 << 11

        .set    CODE_SELECTOR, 8
        .set    DATA_SELECTOR, 16
        .set    TSS_SELECTOR, 24
        .set    TSS_LENGTH, 104
        .set    TSS_IST1, 36

        # kvm.ld and CoreBlock: a guard page, the stack, the stack for faults, the block.
        .set    LCORE_AREA_LENGTH, 0xD000
        .set    LCORE_STACK_TOP, 0x9000

# Paging and long mode, from 32-bit code whose pages are mapped where they are: edi = the top table.
        .macro  enable_paging
        movl    %edi, %cr3
        movl    $CR4_PAE_OSFXSR_OSXMMEXCPT, %eax
        .ifdef  UK_VECTOR_STATE
        # The image is compiled for wide vectors: the processor keeps quiet about them until their state is enabled.
        orl     $CR4_OSXSAVE, %eax
        movl    %eax, %cr4
        xorl    %ecx, %ecx
        xorl    %edx, %edx
        movl    $UK_VECTOR_STATE, %eax
        xsetbv
        .else
        movl    %eax, %cr4
        .endif
        movl    $MSR_EFER, %ecx
        xorl    %edx, %edx
        movl    $EFER_LME_NXE, %eax
        wrmsr
        movl    $CR0_PE_MP_NE_WP_PG, %eax
        movl    %eax, %cr0
        .endm

        .section .note.pvh, "a", @note
        .balign 4
        .long   4, 8, 18                        # name length, descriptor length, XEN_ELFNOTE_PHYS32_ENTRY
        .asciz  "Xen"
        .quad   _start

        .section .text.boot, "ax"
        .code32
        .globl  _start
_start:
        rdtsc
        movl    %eax, uk_boot_timeline
        movl    %edx, uk_boot_timeline + 4
        movl    $uk_stack_top, %esp

        # The loader has zeroed .bss, so a table holds nothing but what is written here.
        movl    $uk_pml4, %edi
        movl    $uk_pdpt + (PRESENT | WRITABLE), (%edi)
        movl    $uk_pd + (PRESENT | WRITABLE), uk_pdpt
        movl    $uk_pt + (PRESENT | WRITABLE), %eax
        movl    $uk_pd, %edx
1:      movl    %eax, (%edx)                    # one page table for every 2 MiB that the image touches
        addl    $4096, %eax
        addl    $8, %edx
        cmpl    $uk_pt_end, %eax
        jb      1b

        # Map the ranges of the table below with 4 KiB pages, each with its own permissions.
        movl    $mapped_ranges, %esi
2:      movl    (%esi), %eax                    # first page, with flags in the low bits
        movl    4(%esi), %ecx                   # end
        movl    8(%esi), %ebp                   # upper half of the entries
        movl    %eax, %edx
        shrl    $12, %edx
        leal    uk_pt(, %edx, 8), %edx
3:      movl    %eax, (%edx)
        movl    %ebp, 4(%edx)
        addl    $8, %edx
        addl    $4096, %eax
        cmpl    %ecx, %eax
        jb      3b
        addl    $12, %esi
        cmpl    $mapped_ranges_end, %esi
        jb      2b

        # The descriptor of the task state segment wants its base in pieces.
        movl    $uk_tss, %eax
        movw    %ax, gdt_tss + 2
        shrl    $16, %eax
        movb    %al, gdt_tss + 4
        movb    %ah, gdt_tss + 7
        movl    $uk_fault_stack_top, uk_tss + TSS_IST1

        enable_paging
        lgdt    gdt_pointer
        ljmp    $CODE_SELECTOR, $long_mode

        .code64
long_mode:
        movl    $DATA_SELECTOR, %eax
        movl    %eax, %ds
        movl    %eax, %es
        movl    %eax, %ss
        movl    $TSS_SELECTOR, %eax
        ltr     %ax

        movl    %ebx, %edi                      # hvm_start_info
        xorl    %ebp, %ebp                      # the stack walk of a panic ends here
        call    uk_boot
        rdtsc
        movl    %eax, uk_boot_timeline + 8
        movl    %edx, uk_boot_timeline + 12
        call    uk_runtime_initialize
        rdtsc
        movl    %eax, uk_boot_timeline + 16
        movl    %edx, uk_boot_timeline + 20
        xorl    %edi, %edi
        xorl    %esi, %esi
        call    __managed__Main
        movl    %eax, %edi
        call    uk_exit
1:      hlt
        jmp     1b

# Where the trampoline of processors.S goes, on a processor that was started for an lcore: 32-bit protected mode, flat
# segments, paging off, interrupts off, no stack. More processors may come than were asked for.
        .section .text.uk_processor_start, "ax"
        .code32
        .globl  uk_processor_start
uk_processor_start:
        movl    $DATA_SELECTOR, %eax
        movl    %eax, %ds
        movl    %eax, %es
        movl    %eax, %ss
        movl    $1, %ebx
        lock xaddl %ebx, uk_processors_started
        incl    %ebx                            # the number of the lcore
        cmpl    uk_processors_wanted, %ebx
        jae     2f
        movl    $uk_pml4, %edi
        enable_paging
        lgdt    gdt_pointer
        ljmp    $CODE_SELECTOR, $1f
        .code64
1:      movl    $DATA_SELECTOR, %eax
        movl    %eax, %ds
        movl    %eax, %es
        movl    %eax, %ss
        movl    %ebx, %edi
        imull   $LCORE_AREA_LENGTH, %ebx, %eax
        leaq    uk_lcore_areas - LCORE_AREA_LENGTH + LCORE_STACK_TOP(%rax), %rsp
        xorl    %ebp, %ebp
        call    *uk_processor_entry             # Processors.cs; does not return
2:      cli
        hlt
        jmp     2b

        .section .text.uk_new_descriptors, "ax"
# void uk_new_descriptors(void* table, nuint task): a copy of the descriptor table for this processor, with its own task
# state segment, and both in use.
        .globl  uk_new_descriptors
uk_new_descriptors:
        movq    %rdi, %rdx
        movl    $gdt, %eax
1:      movq    (%rax), %rcx
        movq    %rcx, (%rdi)
        addq    $8, %rax
        addq    $8, %rdi
        cmpl    $gdt_end, %eax
        jb      1b
        movl    %esi, %eax
        movw    %ax, gdt_tss - gdt + 2(%rdx)
        shrl    $16, %eax
        movb    %al, gdt_tss - gdt + 4(%rdx)
        movb    %ah, gdt_tss - gdt + 7(%rdx)
        andb    $~2, gdt_tss - gdt + 5(%rdx)    # that of the first processor is busy
        subq    $16, %rsp
        movw    $gdt_end - gdt - 1, (%rsp)
        movq    %rdx, 2(%rsp)
        lgdt    (%rsp)
        addq    $16, %rsp
        movl    $TSS_SELECTOR, %eax
        ltr     %ax
        ret

        .section .rodata.boot, "a"
        .balign 8
# { first page | flags, end, upper half of the entries }
mapped_ranges:
        # What the firmware left. QEMU's has the memory map in the first page; Boot.cs reads it and unmaps that page.
        .long   0 + (PRESENT | WRITABLE), 0x100000, NO_EXECUTE_HIGH
        .long   uk_text_start + PRESENT, uk_text_end, 0
        .long   uk_rodata_start + PRESENT, uk_rodata_end, NO_EXECUTE_HIGH
        .long   uk_data_start + (PRESENT | WRITABLE), uk_stack_guard, NO_EXECUTE_HIGH
        .long   uk_stack_bottom + (PRESENT | WRITABLE), uk_image_end, NO_EXECUTE_HIGH
mapped_ranges_end:

gdt_pointer:
        .word   gdt_end - gdt - 1
        .quad   gdt

        .section .data.boot, "aw"
        .balign 8
gdt:    .quad   0
        .quad   0x00AF9B000000FFFF              # 64-bit code
        .quad   0x00CF93000000FFFF              # data
gdt_tss:
        .quad   0x0000890000000000 + TSS_LENGTH - 1
        .quad   0
gdt_end:

        .section .bss.boot, "aw", @nobits
        .balign 8
# Time stamps of a start: entry, C# with traps caught, Main. Read by tools from outside.
        .globl  uk_boot_timeline
uk_boot_timeline:
        .skip   24

uk_tss: .skip   TSS_LENGTH

# The whole pages of .bss, behind everything else: see kvm.ld.
        .section .bss.pages, "aw", @nobits
        .balign 4096
uk_pml4:
        .skip   4096
uk_pdpt:
        .skip   4096
uk_pd:  .skip   4096
        .globl  uk_pml4
        .globl  uk_fault_stack, uk_fault_stack_top
uk_fault_stack:
        .skip   4096
uk_fault_stack_top:
