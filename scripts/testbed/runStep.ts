/** Shows that a step that may take long is under way, and in the end how long it took. */
export async function runStep<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const live = process.stdout.isTTY === true;
  // A terminal gets one line that counts; a log gets a line now and then, so that nobody takes it for dead.
  const show = live
    ? () => process.stdout.write(`\r\u001b[K${title} … ${seconds()} s`)
    : () => process.stdout.write(`${title} … ${seconds()} s\n`);
  const timer = setInterval(show, live ? 1000 : 20_000);
  process.stdout.write(live ? `${title} …` : `${title} …\n`);
  let ending = "failed";
  try {
    const result = await work();
    ending = "done";
    return result;
  } finally {
    clearInterval(timer);
    process.stdout.write(`${live ? "\r\u001b[K" : ""}${title}: ${ending} in ${seconds()} s\n`);
  }
}
