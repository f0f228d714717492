/** What the person who starts the server in a terminal is told instead; undefined where a client starts it. */
export function answerInTerminal(args: readonly string[], version: string): string | undefined {
  if (args.includes("--version")) return version;
  const transport = /^--(?:stdio|node-ipc|socket|pipe)\b/;
  return args.some((arg) => transport.test(arg)) ? undefined : usage;
}

const usage = `Usage: drydock-language-server --stdio

The language server of Drydock, which an editor starts and speaks LSP with. It takes one of
  --stdio            standard input and output, as most editors want it
  --socket=PORT      a port on this machine that the editor listens on
  --pipe=NAME        a pipe or socket file
  --version          prints the version

To check Dockerfiles in a terminal use "drydock lint".`;
