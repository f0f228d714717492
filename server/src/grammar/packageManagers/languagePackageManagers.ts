import type { CommandFlag, PackageManagerEntry } from "../packageManager";

const frozenLockfile: CommandFlag = {
  names: ["--frozen-lockfile"],
  does: "Stops when the lock file does not fit the package file, instead of changing it.",
  takesValue: false,
  recommended: true,
};

const production: CommandFlag = {
  names: ["--production"],
  does: "Leaves out what is only needed for development.",
  takesValue: false,
};

const ignoreScripts: CommandFlag = {
  names: ["--ignore-scripts"],
  does: "Does not run the scripts that packages bring along.",
  takesValue: false,
};

export const languagePackageManagers: readonly PackageManagerEntry[] = [
  {
    names: ["bundle", "bundler"],
    does: "Ruby's manager of an application's gems.",
    commands: [
      {
        names: ["install"],
        does: "Installs what `Gemfile.lock` lists.",
        flags: [{ names: ["-j", "--jobs"], does: "How many gems to fetch at once.", takesValue: true }],
        installs: true,
      },
      {
        names: ["config"],
        does: "Sets an option, such as `set --local without 'development test'`.",
        flags: [],
        installs: false,
      },
      { names: ["exec"], does: "Runs a program of the bundle.", flags: [], installs: false },
    ],
    flags: [],
  },
  {
    names: ["cargo"],
    does: "Rust's build tool and package manager.",
    commands: [
      {
        names: ["build"],
        does: "Compiles the project.",
        flags: [
          {
            names: ["-r", "--release"],
            does: "Compiles with optimisation.",
            takesValue: false,
            recommended: true,
          },
          {
            names: ["--locked"],
            does: "Stops when `Cargo.lock` would change.",
            takesValue: false,
            recommended: true,
          },
          { names: ["--target"], does: "Compiles for another platform.", takesValue: true },
        ],
        installs: false,
      },
      {
        names: ["install"],
        does: "Compiles and installs a program, `name@version`.",
        flags: [
          {
            names: ["--locked"],
            does: "Uses the versions that the program was tested with.",
            takesValue: false,
            recommended: true,
          },
          { names: ["--version"], does: "Which version to install.", takesValue: true },
          { names: ["--root"], does: "Where to put the program.", takesValue: true },
          { names: ["--git"], does: "Takes it from a Git repository.", takesValue: true },
        ],
        installs: true,
      },
      {
        names: ["fetch"],
        does: "Fetches the dependencies and no more; good for a layer of its own.",
        flags: [],
        installs: false,
      },
    ],
    flags: [],
  },
  {
    names: ["gem"],
    does: "Ruby's package manager.",
    commands: [
      {
        names: ["install"],
        does: "Installs gems, `name:version` or with `--version`.",
        flags: [
          {
            names: ["-v", "--version"],
            does: "Which version to install.",
            takesValue: true,
            recommended: true,
          },
          {
            names: ["-N", "--no-document"],
            does: "Leaves out the documentation.",
            takesValue: false,
            recommended: true,
          },
        ],
        installs: true,
      },
      { names: ["update"], does: "Brings gems up to date.", flags: [], installs: false },
    ],
    flags: [],
  },
  {
    names: ["go"],
    does: "Go's tools.",
    commands: [
      {
        names: ["build"],
        does: "Compiles the program.",
        flags: [
          { names: ["-o"], does: "Where to write the program.", takesValue: true, recommended: true },
          {
            names: ["-ldflags"],
            does: "Options of the linker; `-s -w` leaves out debug data.",
            takesValue: true,
          },
          {
            names: ["-trimpath"],
            does: "Leaves paths of the build machine out of the program.",
            takesValue: false,
          },
          { names: ["-tags"], does: "Build tags.", takesValue: true },
        ],
        installs: false,
      },
      {
        names: ["install"],
        does: "Compiles and installs a program; outside a module it needs `@version`.",
        flags: [],
        installs: true,
      },
      {
        names: ["get"],
        does: "Changes the dependencies of the module. To install a program, use `go install`.",
        flags: [],
        installs: true,
      },
      {
        names: ["mod"],
        does: "`mod download` fetches the dependencies; good for a layer of its own.",
        next: [
          { name: "download", does: "Fetches the dependencies." },
          { name: "verify", does: "Proves that they are what they were." },
          { name: "tidy", does: "Adds and removes what the code needs; better done before the build." },
          { name: "vendor", does: "Copies the dependencies into the project." },
        ],
        flags: [],
        installs: false,
      },
      { names: ["test"], does: "Runs the tests.", flags: [], installs: false },
    ],
    flags: [],
  },
  {
    names: ["npm"],
    does: "Node.js' package manager.",
    commands: [
      {
        names: ["ci"],
        does: "Installs exactly what `package-lock.json` lists. The right one for images.",
        flags: [
          {
            names: ["--omit"],
            does: "`--omit=dev` leaves out what is only needed for development.",
            takesValue: true,
            recommended: true,
          },
          ignoreScripts,
          { names: ["--no-audit"], does: "Does not ask for known weaknesses; faster.", takesValue: false },
          { names: ["--no-fund"], does: "Prints no requests for funds.", takesValue: false },
        ],
        installs: true,
      },
      {
        names: ["install", "i", "add"],
        does: "Installs packages, `name@version`, and may change the lock file.",
        flags: [
          { names: ["-g", "--global"], does: "Installs for the whole image.", takesValue: false },
          {
            names: ["--omit"],
            does: "`--omit=dev` leaves out what is only needed for development.",
            takesValue: true,
          },
          ignoreScripts,
          { names: ["--no-audit"], does: "Does not ask for known weaknesses; faster.", takesValue: false },
        ],
        installs: true,
      },
      { names: ["run", "run-script"], does: "Runs a script of `package.json`.", flags: [], installs: false },
      {
        names: ["prune"],
        does: "Removes packages that are not listed.",
        flags: [
          {
            names: ["--omit"],
            does: "`--omit=dev` also removes what is only needed for development.",
            takesValue: true,
          },
        ],
        installs: false,
      },
      {
        names: ["cache"],
        does: "`cache clean --force` deletes downloads. A cache mount does better.",
        next: [{ name: "clean", does: "Deletes downloads." }],
        flags: [{ names: ["--force"], does: "Really deletes.", takesValue: false }],
        installs: false,
      },
    ],
    flags: [
      { names: ["--cache"], does: "Where to keep downloads.", takesValue: true },
      { names: ["--registry"], does: "Which registry to use.", takesValue: true },
    ],
  },
  {
    names: ["pip", "pip3"],
    does: "Python's package manager.",
    commands: [
      {
        names: ["install"],
        does: "Installs packages, `name==version`.",
        flags: [
          {
            names: ["--no-cache-dir"],
            does: "Keeps no downloads in the image. With a cache mount leave it out.",
            takesValue: false,
            recommended: true,
          },
          { names: ["-r", "--requirement"], does: "Installs what a file lists.", takesValue: true },
          { names: ["-c", "--constraint"], does: "Limits versions to those of a file.", takesValue: true },
          {
            names: ["--require-hashes"],
            does: "Stops when a package is not the one whose hash is listed.",
            takesValue: false,
          },
          { names: ["--no-deps"], does: "Leaves out dependencies.", takesValue: false },
          {
            names: ["-e", "--editable"],
            does: "Installs a project as a link to its folder.",
            takesValue: true,
          },
          { names: ["-t", "--target"], does: "Where to install.", takesValue: true },
          { names: ["-i", "--index-url"], does: "Which index to use.", takesValue: true },
          { names: ["-U", "--upgrade"], does: "Brings packages up to date.", takesValue: false },
          { names: ["--user"], does: "Installs for the user alone.", takesValue: false },
          {
            names: ["--break-system-packages"],
            does: "Installs beside the distribution's own packages. A virtual environment is safer.",
            takesValue: false,
          },
        ],
        installs: true,
      },
      {
        names: ["wheel"],
        does: "Builds wheels, to copy them to another stage.",
        flags: [{ names: ["-w", "--wheel-dir"], does: "Where to put them.", takesValue: true }],
        installs: false,
      },
      {
        names: ["uninstall"],
        does: "Removes packages.",
        flags: [{ names: ["-y", "--yes"], does: "Asks nothing.", takesValue: false, recommended: true }],
        installs: false,
      },
      { names: ["download"], does: "Fetches packages without installing them.", flags: [], installs: false },
    ],
    flags: [
      {
        names: ["--disable-pip-version-check"],
        does: "Does not ask whether pip is up to date.",
        takesValue: false,
      },
    ],
  },
  {
    names: ["pnpm"],
    does: "A package manager for Node.js that shares files between projects.",
    commands: [
      {
        names: ["install", "i"],
        does: "Installs what `pnpm-lock.yaml` lists.",
        flags: [
          frozenLockfile,
          {
            names: ["-P", "--prod"],
            does: "Leaves out what is only needed for development.",
            takesValue: false,
          },
          { names: ["--offline"], does: "Uses nothing but what `fetch` brought.", takesValue: false },
          ignoreScripts,
        ],
        installs: true,
      },
      {
        names: ["add"],
        does: "Adds packages, `name@version`.",
        flags: [{ names: ["-g", "--global"], does: "Installs for the whole image.", takesValue: false }],
        installs: true,
      },
      {
        names: ["fetch"],
        does: "Fetches what the lock file lists; good for a layer of its own.",
        flags: [],
        installs: false,
      },
      {
        names: ["deploy"],
        does: "Copies one package of a workspace with its dependencies.",
        flags: [],
        installs: false,
      },
      { names: ["run"], does: "Runs a script of `package.json`.", flags: [], installs: false },
    ],
    flags: [],
  },
  {
    names: ["poetry"],
    does: "A manager of Python projects.",
    commands: [
      {
        names: ["install"],
        does: "Installs what `poetry.lock` lists.",
        flags: [
          {
            names: ["--no-root"],
            does: "Leaves out the project itself; good for a layer of its own.",
            takesValue: false,
            recommended: true,
          },
          {
            names: ["--only"],
            does: "`--only main` leaves out what is only needed for development.",
            takesValue: true,
          },
          { names: ["-n", "--no-interaction"], does: "Asks nothing.", takesValue: false, recommended: true },
        ],
        installs: true,
      },
      { names: ["export"], does: "Writes a requirements file for pip.", flags: [], installs: false },
    ],
    flags: [],
  },
  {
    names: ["uv"],
    does: "A fast manager of Python packages and projects.",
    commands: [
      {
        names: ["sync"],
        does: "Installs what `uv.lock` lists.",
        flags: [
          {
            names: ["--locked"],
            does: "Stops when the lock file does not fit the project.",
            takesValue: false,
            recommended: true,
          },
          { names: ["--frozen"], does: "Uses the lock file as it is.", takesValue: false },
          {
            names: ["--no-dev"],
            does: "Leaves out what is only needed for development.",
            takesValue: false,
            recommended: true,
          },
          {
            names: ["--no-install-project"],
            does: "Leaves out the project itself; good for a layer of its own.",
            takesValue: false,
          },
          {
            names: ["--compile-bytecode"],
            does: "Compiles at once, so that the container starts faster.",
            takesValue: false,
          },
        ],
        installs: true,
      },
      {
        names: ["pip"],
        does: "Works like pip: `uv pip install name==version`.",
        next: [
          { name: "install", does: "Installs packages." },
          { name: "sync", does: "Installs what a file lists, and nothing else." },
        ],
        flags: [{ names: ["--system"], does: "Installs for the image's own Python.", takesValue: false }],
        installs: true,
      },
    ],
    flags: [
      {
        names: ["--no-cache"],
        does: "Keeps no downloads in the image. With a cache mount leave it out.",
        takesValue: false,
      },
    ],
  },
  {
    names: ["yarn"],
    does: "A package manager for Node.js.",
    commands: [
      {
        names: ["install"],
        does: "Installs what `yarn.lock` lists.",
        flags: [
          frozenLockfile,
          {
            names: ["--immutable"],
            does: "Stops when the lock file would change; for Yarn 2 and later.",
            takesValue: false,
          },
          production,
          ignoreScripts,
        ],
        installs: true,
      },
      { names: ["add"], does: "Adds packages, `name@version`.", flags: [], installs: true },
      {
        names: ["global"],
        does: "`global add` installs for the whole image; Yarn 1 only.",
        next: [{ name: "add", does: "Installs for the whole image." }],
        flags: [],
        installs: true,
      },
      {
        names: ["cache"],
        does: "`cache clean` deletes downloads. Do it in the same RUN as the install.",
        next: [{ name: "clean", does: "Deletes downloads." }],
        flags: [],
        installs: false,
      },
      {
        names: ["workspaces"],
        does: "Works on the packages of a workspace.",
        flags: [production],
        installs: false,
      },
      { names: ["run"], does: "Runs a script of `package.json`.", flags: [], installs: false },
    ],
    flags: [],
  },
];
