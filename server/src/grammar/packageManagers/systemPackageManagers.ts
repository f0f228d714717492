import type { CommandFlag, PackageManagerEntry } from "../packageManager";

const yes: CommandFlag = {
  names: ["-y", "--yes", "--assume-yes"],
  does: "Answers yes to every question. A build has nobody to ask, so without it the build fails.",
  takesValue: false,
  recommended: true,
};

const dnfYes: CommandFlag = { ...yes, names: ["-y", "--assumeyes"] };

const noRecommends: CommandFlag = {
  names: ["--no-install-recommends"],
  does: "Leaves out packages that are only recommended. The image stays much smaller.",
  takesValue: false,
  recommended: true,
};

const quiet: CommandFlag = { names: ["-q", "--quiet"], does: "Prints less.", takesValue: false };

const aptInstallFlags: readonly CommandFlag[] = [
  yes,
  noRecommends,
  {
    names: ["--no-install-suggests"],
    does: "Leaves out packages that are only suggested.",
    takesValue: false,
  },
  {
    names: ["--allow-downgrades"],
    does: "Allows an older version than the one that is there.",
    takesValue: false,
  },
  {
    names: ["-t", "--target-release"],
    does: "Takes packages from this release, such as `bookworm-backports`.",
    takesValue: true,
  },
  {
    names: ["--fix-missing"],
    does: "Goes on where a package cannot be fetched. It hides errors.",
    takesValue: false,
  },
];

const apt: Pick<PackageManagerEntry, "commands" | "flags"> = {
  commands: [
    {
      names: ["update"],
      does: "Fetches the lists of packages. Keep it in the same RUN as `install`, or the lists grow old in the cache.",
      flags: [],
      installs: false,
    },
    {
      names: ["install"],
      does: "Installs packages, `name` or `name=version`.",
      flags: aptInstallFlags,
      installs: true,
    },
    {
      names: ["upgrade"],
      does: "Brings every package up to date. A newer base image does that better.",
      flags: [yes],
      installs: false,
    },
    {
      names: ["dist-upgrade", "full-upgrade"],
      does: "As `upgrade`, and removes packages where it must.",
      flags: [yes],
      installs: false,
    },
    {
      names: ["remove"],
      does: "Removes packages and keeps their configuration.",
      flags: [yes],
      installs: false,
    },
    {
      names: ["purge"],
      does: "Removes packages with their configuration.",
      flags: [
        yes,
        { names: ["--auto-remove"], does: "Also removes what nobody needs any more.", takesValue: false },
      ],
      installs: false,
    },
    {
      names: ["autoremove"],
      does: "Removes packages that nobody needs any more.",
      flags: [yes],
      installs: false,
    },
    {
      names: ["clean"],
      does: "Deletes downloaded packages. Official Debian and Ubuntu images do so by themselves.",
      flags: [],
      installs: false,
    },
    {
      names: ["build-dep"],
      does: "Installs what a source package needs to be compiled.",
      flags: [yes, noRecommends],
      installs: true,
    },
    { names: ["source"], does: "Fetches a source package.", flags: [], installs: false },
  ],
  flags: [
    quiet,
    {
      names: ["-o", "--option"],
      does: "Sets an option of apt for this call, such as `Acquire::Retries=3`.",
      takesValue: true,
    },
  ],
};

const dnfFlags: readonly CommandFlag[] = [
  dnfYes,
  {
    names: ["--setopt"],
    does: "Sets an option for this call: `install_weak_deps=False` leaves out weak dependencies, `keepcache=1` keeps downloads.",
    takesValue: true,
  },
  { names: ["--nodocs"], does: "Leaves out manuals and other documentation.", takesValue: false },
  { names: ["--enablerepo"], does: "Switches a repository on for this call.", takesValue: true },
  { names: ["--disablerepo"], does: "Switches a repository off for this call.", takesValue: true },
  { names: ["--allowerasing"], does: "Allows packages in the way to be removed.", takesValue: false },
  quiet,
];

const dnfCommands: PackageManagerEntry["commands"] = [
  {
    names: ["install", "localinstall"],
    does: "Installs packages, `name` or `name-version`.",
    flags: [],
    installs: true,
  },
  { names: ["groupinstall"], does: "Installs a group of packages.", flags: [], installs: true },
  { names: ["update", "upgrade"], does: "Brings packages up to date.", flags: [], installs: false },
  { names: ["remove", "erase"], does: "Removes packages.", flags: [], installs: false },
  { names: ["autoremove"], does: "Removes packages that nobody needs any more.", flags: [], installs: false },
  {
    names: ["clean"],
    does: "`clean all` deletes downloads and metadata. Do it in the same RUN as the install.",
    next: [{ name: "all", does: "Downloads and metadata." }],
    flags: [],
    installs: false,
  },
  { names: ["makecache"], does: "Fetches the metadata of the repositories.", flags: [], installs: false },
  {
    names: ["module"],
    does: "Chooses a stream of a module, such as a version of Node.js.",
    flags: [],
    installs: true,
  },
];

export const systemPackageManagers: readonly PackageManagerEntry[] = [
  {
    names: ["apk"],
    does: "Alpine's package manager.",
    trap: "Old versions vanish from Alpine's servers, so a pin to one exact version breaks sooner or later; `name~=1.2` lasts longer.",
    commands: [
      {
        names: ["add"],
        does: "Installs packages, `name`, `name=version` or `name~=1.2`.",
        flags: [
          {
            names: ["--no-cache"],
            does: "Fetches the index for this call and leaves nothing behind. It replaces `--update` and `rm -rf /var/cache/apk/*`.",
            takesValue: false,
            recommended: true,
          },
          {
            names: ["-t", "--virtual"],
            does: "Ties the packages to a name, such as `.build-deps`, by which `apk del` removes them all.",
            takesValue: true,
          },
          {
            names: ["-U", "--update-cache", "--update"],
            does: "Fetches the index first. With `--no-cache` it is not needed.",
            takesValue: false,
          },
          { names: ["-X", "--repository"], does: "Adds a repository for this call.", takesValue: true },
          { names: ["-u", "--upgrade"], does: "Brings the named packages up to date.", takesValue: false },
        ],
        installs: true,
      },
      {
        names: ["del"],
        does: "Removes packages. In a later RUN than the install it frees no space.",
        flags: [{ names: ["--no-network"], does: "Does not touch the network.", takesValue: false }],
        installs: false,
      },
      {
        names: ["update"],
        does: "Fetches the index. With `--no-cache` it is not needed.",
        flags: [],
        installs: false,
      },
      {
        names: ["upgrade"],
        does: "Brings every package up to date. A newer base image does that better.",
        flags: [
          { names: ["--no-cache"], does: "Leaves no index behind.", takesValue: false, recommended: true },
        ],
        installs: false,
      },
      { names: ["fix"], does: "Repairs packages.", flags: [], installs: false },
      { names: ["info"], does: "Shows what is known of packages.", flags: [], installs: false },
    ],
    flags: [
      quiet,
      {
        names: ["--allow-untrusted"],
        does: "Takes packages without a trusted signature. Avoid it.",
        takesValue: false,
      },
    ],
  },
  {
    names: ["apt-get"],
    does: "The package manager of Debian and Ubuntu, for scripts.",
    trap: "Put `update` and `install` into one RUN, and end it with `rm -rf /var/lib/apt/lists/*`.",
    ...apt,
  },
  {
    names: ["apt"],
    does: "The package manager of Debian and Ubuntu, for people.",
    trap: "It warns that its output may change; in a Dockerfile use `apt-get`.",
    ...apt,
  },
  {
    names: ["dnf", "dnf5"],
    does: "The package manager of Fedora and of Red Hat's relatives since version 8.",
    trap: "End the RUN with `dnf clean all`, or use a cache mount.",
    commands: dnfCommands,
    flags: dnfFlags,
  },
  {
    names: ["microdnf"],
    does: "The small package manager of Red Hat's minimal images.",
    trap: "It knows only some of what dnf does. End the RUN with `microdnf clean all`.",
    commands: dnfCommands.filter(({ names }) => names[0] !== "groupinstall" && names[0] !== "autoremove"),
    flags: dnfFlags,
  },
  {
    names: ["yum"],
    does: "The package manager of CentOS 7 and Amazon Linux 2; later it is another name for dnf.",
    trap: "End the RUN with `yum clean all`.",
    commands: dnfCommands,
    flags: dnfFlags,
  },
  {
    names: ["zypper"],
    does: "The package manager of openSUSE and SUSE.",
    trap: "End the RUN with `zypper clean --all`.",
    commands: [
      {
        names: ["install", "in"],
        does: "Installs packages, `name` or `name=version`.",
        flags: [
          { ...yes, names: ["-y", "--no-confirm"] },
          {
            names: ["--no-recommends"],
            does: "Leaves out packages that are only recommended. The image stays much smaller.",
            takesValue: false,
            recommended: true,
          },
        ],
        installs: true,
      },
      {
        names: ["remove", "rm"],
        does: "Removes packages.",
        flags: [{ ...yes, names: ["-y", "--no-confirm"] }],
        installs: false,
      },
      {
        names: ["refresh", "ref"],
        does: "Fetches the metadata of the repositories.",
        flags: [],
        installs: false,
      },
      {
        names: ["update", "up"],
        does: "Brings packages up to date.",
        flags: [{ ...yes, names: ["-y", "--no-confirm"] }],
        installs: false,
      },
      {
        names: ["dist-upgrade", "dup"],
        does: "Moves to another release. A newer base image does that better.",
        flags: [{ ...yes, names: ["-y", "--no-confirm"] }],
        installs: false,
      },
      {
        names: ["clean", "cc"],
        does: "Deletes downloads and metadata.",
        flags: [
          { names: ["-a", "--all"], does: "Deletes metadata too.", takesValue: false, recommended: true },
        ],
        installs: false,
      },
    ],
    flags: [
      {
        names: ["-n", "--non-interactive"],
        does: "Asks nothing; it stands before the sub-command. A build has nobody to ask.",
        takesValue: false,
        recommended: true,
      },
      quiet,
      {
        names: ["--gpg-auto-import-keys"],
        does: "Trusts new signing keys without asking.",
        takesValue: false,
      },
    ],
  },
];
