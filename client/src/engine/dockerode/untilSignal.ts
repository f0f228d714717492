/** For calls that go on until they are told to end: a fired signal is then their end and no failure. */
export async function untilSignal(signal: AbortSignal | undefined, call: () => Promise<void>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
