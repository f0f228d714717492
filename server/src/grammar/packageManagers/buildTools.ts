import type { CommandFlag, PackageManagerEntry } from "../packageManager";

function flag(names: readonly [string, ...string[]], does: string): CommandFlag {
  return { names, does, takesValue: false };
}

function option(names: readonly [string, ...string[]], does: string): CommandFlag {
  return { names, does, takesValue: true };
}

function recommended(one: CommandFlag): CommandFlag {
  return { ...one, recommended: true };
}

const noDev = recommended(flag(["--no-dev"], "Leaves out what is only needed for development."));
const optimize = recommended(flag(["-o", "--optimize-autoloader"], "Makes classes quicker to find."));
const configuration = recommended(option(["-c", "--configuration"], "`-c Release` compiles for use."));
const output = recommended(option(["-o", "--output"], "The folder to write to."));
const noRestore = recommended(flag(["--no-restore"], "Fetches nothing: `dotnet restore` did so before."));
const condaYes = recommended(flag(["-y", "--yes"], "Asks nothing. A build has nobody to answer."));
const channel = option(["-c", "--channel"], "Where to take packages from, such as `conda-forge`.");

/** Programs that compile a project and fetch what it needs. */
export const buildTools: readonly PackageManagerEntry[] = [
  {
    names: ["bun"],
    does: "A runtime, package manager and bundler for JavaScript.",
    commands: [
      {
        names: ["install", "i"],
        does: "Installs what `bun.lock` lists.",
        flags: [
          recommended(flag(["--frozen-lockfile"], "Stops when the lock file would change.")),
          flag(["-p", "--production"], "Leaves out what is only needed for development."),
          flag(["--ignore-scripts"], "Does not run the scripts that packages bring along."),
        ],
        installs: true,
      },
      { names: ["add"], does: "Adds packages, `name@version`.", flags: [], installs: true },
      { names: ["run"], does: "Runs a script of `package.json`.", flags: [], installs: false },
      {
        names: ["build"],
        does: "Bundles a program.",
        flags: [
          flag(["--compile"], "Makes one file that needs no Bun."),
          option(["--outfile"], "Where to write the program."),
        ],
        installs: false,
      },
    ],
    flags: [],
  },
  {
    names: ["composer"],
    does: "PHP's package manager.",
    commands: [
      {
        names: ["install", "i"],
        does: "Installs what `composer.lock` lists.",
        flags: [
          noDev,
          optimize,
          flag(["--no-scripts"], "Runs no scripts; for a layer without the sources."),
          flag(
            ["--no-autoloader"],
            "Makes no autoloader yet; `dump-autoload` does it once the sources are there.",
          ),
          flag(["--prefer-dist"], "Takes archives rather than clones."),
          flag(["--no-progress"], "Prints no progress bars."),
        ],
        installs: true,
      },
      { names: ["require"], does: "Adds packages, `name:version`.", flags: [], installs: true },
      {
        names: ["dump-autoload", "dumpautoload"],
        does: "Makes the autoloader anew.",
        flags: [noDev, { ...optimize, names: ["-o", "--optimize"] }],
        installs: false,
      },
    ],
    flags: [recommended(flag(["-n", "--no-interaction"], "Asks nothing."))],
  },
  {
    names: ["conda", "mamba", "micromamba"],
    does: "A package manager for Python, R and native libraries.",
    trap: "End the RUN with `conda clean -afy`, or use a cache mount.",
    commands: [
      {
        names: ["install"],
        does: "Installs packages, `name=version`.",
        flags: [
          condaYes,
          channel,
          option(["-n", "--name"], "Into which environment."),
          option(["-f", "--file"], "Installs what a file lists."),
        ],
        installs: true,
      },
      {
        names: ["create"],
        does: "Makes an environment.",
        flags: [condaYes, channel, option(["-n", "--name"], "What to call it.")],
        installs: true,
      },
      {
        names: ["env"],
        does: "`env create -f environment.yml` makes the environment that a file describes.",
        flags: [option(["-f", "--file"], "The file."), option(["-n", "--name"], "What to call it.")],
        next: [
          { name: "create", does: "Makes an environment from a file." },
          { name: "update", does: "Brings an environment to what a file says." },
        ],
        installs: true,
      },
      {
        names: ["clean"],
        does: "Deletes downloads. Do it in the same RUN as the install.",
        flags: [
          recommended(flag(["-a", "--all"], "Everything that can be fetched again.")),
          flag(["-f", "--force-pkgs-dirs"], "Packages that are in use, too."),
          condaYes,
        ],
        installs: false,
      },
    ],
    flags: [],
  },
  {
    names: ["dotnet"],
    does: "The tools of .NET.",
    commands: [
      {
        names: ["restore"],
        does: "Fetches the dependencies and no more; good for a layer of its own.",
        flags: [
          flag(["--locked-mode"], "Stops when the lock file would change."),
          option(["-r", "--runtime"], "For which platform, such as `linux-musl-x64`."),
        ],
        installs: true,
      },
      {
        names: ["publish"],
        does: "Compiles, and puts together what is to be shipped.",
        flags: [
          configuration,
          output,
          noRestore,
          option(["-r", "--runtime"], "For which platform, such as `linux-musl-x64`."),
          flag(["--self-contained"], "Brings .NET along, so that the image needs none."),
        ],
        installs: false,
      },
      {
        names: ["build"],
        does: "Compiles the project.",
        flags: [configuration, output, noRestore],
        installs: false,
      },
      { names: ["test"], does: "Runs the tests.", flags: [configuration, noRestore], installs: false },
      {
        names: ["tool"],
        does: "`tool install` installs a program.",
        flags: [flag(["-g", "--global"], "For the user."), option(["--tool-path"], "Into which folder.")],
        next: [
          { name: "install", does: "Installs a program." },
          { name: "restore", does: "Installs the programs that the project lists." },
        ],
        installs: true,
      },
    ],
    flags: [],
  },
  {
    names: ["gradle", "gradlew"],
    does: "A build tool for Java, Kotlin and more.",
    commands: [
      { names: ["build"], does: "Compiles, tests and packs the project.", flags: [], installs: false },
      {
        names: ["assemble"],
        does: "Compiles and packs without running the tests.",
        flags: [],
        installs: false,
      },
      { names: ["bootJar"], does: "Packs a Spring Boot program into one file.", flags: [], installs: false },
      {
        names: ["installDist"],
        does: "Puts the program with its start script together.",
        flags: [],
        installs: false,
      },
      {
        names: ["dependencies"],
        does: "Fetches and lists the dependencies; good for a layer of its own.",
        flags: [],
        installs: true,
      },
      { names: ["test"], does: "Runs the tests.", flags: [], installs: false },
    ],
    flags: [
      recommended(flag(["--no-daemon"], "Starts no background process, of which a build has no use.")),
      option(["-x", "--exclude-task"], "Leaves out a task: `-x test`."),
      flag(["--build-cache"], "Takes from the build cache what it can; mount it."),
      flag(["--offline"], "Uses nothing but what was fetched before."),
      flag(["-q", "--quiet"], "Prints errors only."),
    ],
  },
  {
    names: ["mvn", "mvnw"],
    does: "A build tool for Java.",
    commands: [
      { names: ["package"], does: "Compiles, tests and packs the project.", flags: [], installs: false },
      {
        names: ["dependency:go-offline"],
        does: "Fetches dependencies and plug-ins; good for a layer of its own.",
        flags: [],
        installs: true,
      },
      {
        names: ["dependency:resolve"],
        does: "Fetches the dependencies.",
        flags: [],
        installs: true,
      },
      {
        names: ["verify"],
        does: "As `package`, and runs the integration tests.",
        flags: [],
        installs: false,
      },
      {
        names: ["install"],
        does: "As `verify`, and puts the result into the local repository.",
        flags: [],
        installs: false,
      },
      {
        names: ["clean"],
        does: "Deletes what was built; in an image there is nothing.",
        flags: [],
        installs: false,
      },
      { names: ["test"], does: "Runs the tests.", flags: [], installs: false },
    ],
    flags: [
      recommended(flag(["-B", "--batch-mode"], "Asks nothing and prints no colours.")),
      recommended(flag(["-ntp", "--no-transfer-progress"], "Does not print each download.")),
      flag(["-DskipTests"], "Compiles the tests, but does not run them."),
      flag(["-o", "--offline"], "Uses nothing but what was fetched before."),
      option(["-f", "--file"], "Which `pom.xml` to use."),
      option(["-P", "--activate-profiles"], "Profiles to switch on."),
      option(["-pl", "--projects"], "Which modules to build."),
      flag(["-am", "--also-make"], "Builds the modules that those need, too."),
      flag(["-q", "--quiet"], "Prints errors only."),
    ],
  },
];
