# What compiled code and the core library need in assembly, the same on every platform.

        .macro  function name
        .section .text.\name, "ax"
        .globl  \name
\name:
        .endm

# Storing a reference into an object. The heap does not move or collect, so there is nothing to remember.
# rdi = where, rsi = reference.
        function RhpAssignRef
        .globl  RhpCheckedAssignRef
RhpCheckedAssignRef:
        movq    %rsi, (%rdi)
        ret

# Copies a reference from [rsi] to [rdi] and advances both; every other register is preserved, but rcx may change.
        function RhpByRefAssignRef
        movq    (%rsi), %rcx
        movq    %rcx, (%rdi)
        addq    $8, %rdi
        addq    $8, %rsi
        ret

# Calls between managed code and the platform: no collector has to know of them.
        function RhpReversePInvoke
        .globl  RhpReversePInvokeReturn
RhpReversePInvokeReturn:
        .globl  RhpPInvoke
RhpPInvoke:
        .globl  RhpPInvokeReturn
RhpPInvokeReturn:
        .globl  RhpGcPoll
RhpGcPoll:
        ret

# An interface call: r11 = the call site's cell, rdi = the object. Every argument register survives the search.
        function RhpInitialDynamicInterfaceDispatch
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset %rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register %rbp
        pushq   %rdi
        pushq   %rsi
        pushq   %rdx
        pushq   %rcx
        pushq   %r8
        pushq   %r9
        subq    $128, %rsp
        .set    index, 0
        .irp    register, xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7
        movdqu  %\register, index(%rsp)
        .set    index, index + 16
        .endr
        movq    %r11, %rsi
        call    uk_resolve_interface_call
        .set    index, 0
        .irp    register, xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7
        movdqu  index(%rsp), %\register
        .set    index, index + 16
        .endr
        addq    $128, %rsp
        popq    %r9
        popq    %r8
        popq    %rcx
        popq    %rdx
        popq    %rsi
        popq    %rdi
        popq    %rbp
        .cfi_def_cfa %rsp, 8
        jmp     *%rax
        .cfi_endproc

# The remainder of floating division, xmm0 by xmm1: the sign is that of xmm0. The old unit gets it exactly, some bits
# at a time; nothing else uses it, so it is in the state that it is put into here.
        function fmodf
        cvtss2sd %xmm0, %xmm0
        cvtss2sd %xmm1, %xmm1
        subq    $8, %rsp
        call    fmod
        addq    $8, %rsp
        cvtsd2ss %xmm0, %xmm0
        ret

        function fmod
        subq    $16, %rsp
        movsd   %xmm1, (%rsp)
        movsd   %xmm0, 8(%rsp)
        fninit
        fldl    (%rsp)
        fldl    8(%rsp)
1:      fprem
        fnstsw  %ax
        testb   $4, %ah                         # C2: not reduced yet
        jnz     1b
        fstp    %st(1)
        fstpl   (%rsp)
        movsd   (%rsp), %xmm0
        addq    $16, %rsp
        ret

# Touches every page of a large frame in turn, so that the guard page is not stepped over. r11 = where the frame ends.
        function RhpStackProbe
        pushq   %rbp
        movq    %rsp, %rbp
        andq    $-4096, %rsp
1:      subq    $4096, %rsp
        testl   %eax, (%rsp)
        cmpq    %r11, %rsp
        jg      1b
        movq    %rbp, %rsp
        popq    %rbp
        ret

        function uk_frame_pointer
        movq    %rbp, %rax
        ret

        function uk_modules
        movq    __start___modules(%rip), %rax
        ret

        function uk_build_id
        leaq    uk_build_id_start + 16(%rip), %rax      # behind the note's header and its name, "GNU"
        ret

# rdi = where eax, ebx, ecx and edx go; esi = the leaf, edx = the leaf below it.
        function uk_processor_id
        pushq   %rbx
        movl    %esi, %eax
        movl    %edx, %ecx
        cpuid
        movl    %eax, (%rdi)
        movl    %ebx, 4(%rdi)
        movl    %ecx, 8(%rdi)
        movl    %edx, 12(%rdi)
        popq    %rbx
        ret

        function uk_cycles
        rdtsc
        shlq    $32, %rdx
        orq     %rdx, %rax
        ret

# What IsSupported reads for instructions that the image's instruction set leaves open: an image uses those that it was
# compiled for, and no others.
        .section .rodata.g_cpuFeatures, "a"
        .globl  g_cpuFeatures
        .balign 8
g_cpuFeatures:
        .skip   8

        .section .bss.RhpTrapThreads, "aw", @nobits
        .globl  RhpTrapThreads
        .balign 4
RhpTrapThreads:
        .skip   4

        .section .data.__security_cookie, "aw"
        .globl  __security_cookie
        .balign 8
__security_cookie:
        .quad   0x00B5C1DE7A3F92E4
