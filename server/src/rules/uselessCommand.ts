import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
import { runCommands } from "../model/runCommands";
import type { ShellCommand } from "../model/shell";

export const uselessCommand: Rule = {
  id: "useless-command",
  aliases: ["DL3001"],
  severity: "information",
  category: "shell",
  summary: "RUN calls a program that has nothing to do in a build.",
  rationale:
    "A build has no screen, no services and nobody who types, and every process ends with its RUN. Programs that edit by hand, log in elsewhere, start services or watch processes do nothing there that lasts.",
  examples: [
    { text: "FROM debian:13\nRUN [|service|] nginx start\n" },
    { text: "FROM debian:13\nRUN apt-get install -y vim && command -v ssh\n" },
    { text: "FROM debian:13\nRUN uname -a; [|free|] -h && sudo [|/sbin/ifconfig|] eth0\n" },
    { text: 'FROM debian:13\nRUN ["[|top|]", "-b"]\nCMD ["top", "-b"]\n' },
    { text: "FROM debian:13\nRUN systemctl enable nginx && [|systemctl|] start nginx\n" },
    { text: "FROM debian:13\nRUN ssh -V; vim --version\n" },
    { text: "FROM debian:13\nRUN --mount=type=ssh ssh -T git@example.com\n" },
    { text: "FROM debian:13\nRUN --security=insecure mount -t tmpfs none /mnt\n" },
    { text: "FROM debian:13\nRUN server & sleep 5 && load-data && kill $!\n" },
    { text: "FROM debian:13\nRUN <<EOF\nmake\n[|ps|] aux\nEOF\n" },
    { text: "FROM debian:13\nONBUILD RUN [|shutdown|] now\n" },
  ],

  checkInstruction(instruction, report, { shell }) {
    const commands = runCommands(instruction, shell);
    for (const command of commands) {
      const reason = reasons.get(command.name ?? "");
      if (reason === undefined || isSensible(command, instruction, commands)) continue;
      report({
        range: command.nameRange,
        message: `"${command.name}" is of no use in a build: ${reason}`,
        ...(!knownToPeer.has(command.name ?? "") && { aliases: [] }),
      });
    }
  },
};

/** Those that hadolint names. */
const knownToPeer = new Set([
  "free",
  "ifconfig",
  "kill",
  "mount",
  "ps",
  "service",
  "shutdown",
  "ssh",
  "top",
  "vim",
]);

const edits = "nobody can type there. Change files with sed, or COPY the finished ones.";
const processes = "no other processes run there. Remove it.";
const stops = "there is no machine to switch off. Remove it.";
const network = "the builder sets up the network. Remove it.";
const service =
  "what it starts ends with this RUN. Start the program with CMD, so that it runs in the container.";

const reasons: ReadonlyMap<string, string> = new Map([
  [
    "ssh",
    "there are no keys and nobody to answer. Fetch files with ADD or COPY, or use RUN --mount=type=ssh.",
  ],
  ["telnet", "nobody can type there. Remove it."],
  ["vim", edits],
  ["vi", edits],
  ["nano", edits],
  ["emacs", edits],
  ["shutdown", stops],
  ["reboot", stops],
  ["halt", stops],
  ["poweroff", stops],
  ["service", service],
  ["systemctl", service],
  ["ps", processes],
  ["top", processes],
  ["htop", processes],
  ["kill", processes],
  ["killall", processes],
  ["free", "it describes the builder, not the machine that the container will run on. Remove it."],
  ["mount", "mounts end with this RUN and are mostly forbidden. Use RUN --mount instead."],
  ["umount", "the builder takes its mounts away itself. Remove it."],
  ["ifconfig", network],
]);

/** It only tells its version, or the RUN gives it what it needs. */
function isSensible(
  { name, words }: ShellCommand,
  instruction: Instruction,
  commands: readonly ShellCommand[],
): boolean {
  if (words.length === 1 && /^(--?version|--help|-V)$/.test(words[0]?.value ?? "")) return true;
  switch (name) {
    case "ssh":
      return mountsOf(instruction).some(({ type }) => type === "ssh");
    case "mount":
    case "umount":
      return instruction.flags.some((flag) => flag.name === "security" && flag.value === "insecure");
    case "vi":
    case "vim":
    case "emacs":
      // With commands on its command line it works by itself, for example to install plug-ins.
      return words.some(({ text }) => /^[-+]/.test(text));
    case "systemctl":
      // `enable` and its like only make links.
      return !words.some(({ value }) => /^(?:start|restart|reload|stop|status|isolate)$/.test(value ?? ""));
    case "kill":
    case "killall":
    case "ps":
      return commands.some(({ operatorBefore }) => operatorBefore === "&");
    default:
      return false;
  }
}
