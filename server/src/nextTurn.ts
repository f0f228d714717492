/**
 * Resolves once the messages that already wait had their turn: among them may be the cancellation of the request that is
 * about to be answered. A timer would do, but the shortest takes a millisecond.
 */
export async function nextTurn(): Promise<void> {
  await turn();
  // The connection hands out one message a turn, and its next one stands behind us.
  await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    // A browser's worker has no immediates.
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
