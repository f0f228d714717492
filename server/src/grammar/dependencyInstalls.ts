/** A command that fetches what a project needs, as its lists of dependencies say. */
export interface DependencyInstall {
  /** What fetches: `npm`. */
  readonly tool: string;
  /** How people call it. */
  readonly command: string;
  /** The files it reads, as COPY would name them; undefined where it reads none, or more than can be told. */
  readonly lists: readonly string[] | undefined;
}

interface Tool {
  readonly subCommands: readonly string[];
  readonly lists: readonly string[] | undefined;
  /** Whether words behind the sub-command name packages, so that it does not read the lists. */
  readonly packagesByName?: true;
}

/** A star stands where a lock file may be missing, since COPY stops at a plain name that is not there. */
const tools: Readonly<Record<string, Tool>> = {
  npm: {
    subCommands: ["ci", "install", "i", "clean-install"],
    lists: ["package*.json"],
    packagesByName: true,
  },
  yarn: { subCommands: ["install", ""], lists: ["package.json", "yarn.lock*"] },
  pnpm: { subCommands: ["install", "i"], lists: ["package.json", "pnpm-lock.yaml*"] },
  bun: { subCommands: ["install"], lists: ["package.json", "bun.lock*"] },
  bundle: { subCommands: ["install"], lists: ["Gemfile", "Gemfile.lock*"] },
  composer: { subCommands: ["install"], lists: ["composer.json", "composer.lock*"] },
  go: { subCommands: ["mod download"], lists: ["go.mod", "go.sum*"] },
  poetry: { subCommands: ["install"], lists: undefined },
  pipenv: { subCommands: ["install", "sync"], lists: ["Pipfile", "Pipfile.lock*"], packagesByName: true },
  uv: { subCommands: ["sync"], lists: undefined },
  dotnet: { subCommands: ["restore"], lists: undefined },
  mvn: { subCommands: ["dependency:go-offline", "dependency:resolve"], lists: ["pom.xml"] },
  cargo: { subCommands: ["fetch"], lists: undefined },
};

/** System packages do not depend on the project at all. */
const systemTools: Readonly<Record<string, readonly string[]>> = {
  "apt-get": ["install"],
  apt: ["install"],
  apk: ["add"],
  dnf: ["install"],
  microdnf: ["install"],
  yum: ["install"],
  zypper: ["install", "in"],
};

/** Undefined for any other command. Words are those behind the program's name. */
export function dependencyInstall(program: string, words: readonly string[]): DependencyInstall | undefined {
  const operands = words.filter((word) => !word.startsWith("-"));
  if (program === "pip" || program === "pip3") return pipInstall(program, words, operands);
  if (Object.hasOwn(systemTools, program)) {
    const [subCommand = "", ...packages] = operands;
    const reads = packages.some((word) => /^[./]|\.(?:deb|rpm|apk)$|\$/.test(word));
    if (!systemTools[program]?.includes(subCommand) || packages.length === 0 || reads) return undefined;
    return { tool: program, command: `${program} ${subCommand}`, lists: undefined };
  }
  const tool = Object.hasOwn(tools, program) ? tools[program] : undefined;
  if (!tool) return undefined;
  const found = tool.subCommands.find((subCommand) => {
    const parts = subCommand === "" ? [] : subCommand.split(" ");
    const isExact = subCommand !== "" || operands.length === 0;
    return isExact && parts.every((part, index) => operands[index] === part);
  });
  if (found === undefined || (tool.packagesByName && operands.length > 1)) return undefined;
  return { tool: program, command: `${program} ${found}`.trim(), lists: tool.lists };
}

/** `pip install -r requirements.txt`; what installs the project itself needs its files. */
function pipInstall(
  program: string,
  words: readonly string[],
  operands: readonly string[],
): DependencyInstall | undefined {
  const lists = words.flatMap((word, index) => {
    if (word === "-r" || word === "--requirement") return [words[index + 1] ?? ""];
    return word.startsWith("--requirement=") ? [word.slice("--requirement=".length)] : [];
  });
  const usesProject = words.some((word) => /^(?:-e|--editable\b.*|\.|\.[/[].*)$/.test(word));
  if (operands[0] !== "install" || lists.length === 0 || usesProject) return undefined;
  return {
    tool: "pip",
    command: `${program} install`,
    lists: lists.map((list) => list.replace(/^\.\//, "")),
  };
}
