// Type of the compiler script, for the test that compares its output.
export function compileKernels(): Promise<Uint8Array>;
