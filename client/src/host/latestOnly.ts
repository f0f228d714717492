/** Of answers that overtake each other only the newest question's is used. */
export function latestOnly<T>(ask: () => Promise<T>): (use: (answer: T) => void) => Promise<void> {
  let newest = 0;
  return async (use) => {
    newest += 1;
    const mine = newest;
    const answer = await ask();
    if (mine === newest) use(answer);
  };
}
