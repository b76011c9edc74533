# Waiting for an interrupt: see ApicTimer.cs.

        .set    END_OF_INTERRUPT, 0xFEE000B0    # of the local APIC

# An interrupt waits for one instruction after sti, so none is lost before the halt.
        .section .text.uk_halt, "ax"
        .globl  uk_halt
uk_halt:
        sti
        hlt
        cli
        ret

        .section .text.uk_interrupt_stub, "ax"
        .globl  uk_interrupt_stub
uk_interrupt_stub:
        leaq    1f(%rip), %rax
        ret
1:      pushq   %rax
        movl    $END_OF_INTERRUPT, %eax
        movl    $0, (%rax)
        popq    %rax
        iretq

# Interrupts that nobody asked for. The local APIC's own does not end with a command, and one too many does no harm where
# nothing else is in service.
        .section .text.uk_spurious_stub, "ax"
        .globl  uk_spurious_stub
uk_spurious_stub:
        leaq    1f(%rip), %rax
        ret
1:      lock incq spurious_count(%rip)
        pushq   %rax
        movl    $END_OF_INTERRUPT, %eax
        movl    $0, (%rax)
        popq    %rax
        iretq

        .section .text.uk_spurious_interrupts, "ax"
        .globl  uk_spurious_interrupts
uk_spurious_interrupts:
        leaq    spurious_count(%rip), %rax
        ret

        .section .bss.spurious_count, "aw", @nobits
        .balign 8
spurious_count:
        .skip   8

# One piece of code for each vector of a device, of the same length: Interrupts.cs.
        .section .text.uk_device_interrupts, "ax"
        .globl  uk_device_interrupts
uk_device_interrupts:
        leaq    1f(%rip), %rax
        ret
        .balign 32
1:
        .rept   14
        .balign 32
        pushq   %rax
        movl    $END_OF_INTERRUPT, %eax
        movl    $0, (%rax)
        popq    %rax
        iretq
        .endr
