const endings = new Set<() => void>();
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let listening = false;

/**
 * Runs `end` when this process ends, for whatever reason but SIGKILL. It has to be synchronous, because an
 * "exit" listener gets no further turn. Returns a function that forgets it.
 */
export function atExit(end: () => void): () => void {
  listen();
  endings.add(end);
  return () => void endings.delete(end);
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.on("exit", runEndings);
  for (const [signal, number] of Object.entries(signals)) {
    process.on(signal, () => {
      // Whoever else listens (npm start, Node's test runner) ends more gently and then exits by itself.
      if (process.listenerCount(signal) === 1) process.exit(128 + number);
    });
  }
}

function runEndings(): void {
  // The last thing made goes first: a registry may still be in use by an engine, never the other way round.
  for (const end of [...endings].reverse()) {
    try {
      end();
    } catch (error) {
      console.error(error);
    }
  }
}
