/** What hardly any image needs, and what makes the build context large or leaks. */
export interface UsualIgnorePattern {
  readonly pattern: string;
  readonly does: string;
}

/** The most useful first. */
export const usualIgnorePatterns: readonly UsualIgnorePattern[] = [
  { pattern: ".git", does: "The history: large, and nothing a program needs." },
  { pattern: "**/node_modules", does: "Packages of Node.js: the image installs its own." },
  { pattern: "**/.env*", does: "Settings with passwords: they must not get into an image." },
  { pattern: "**/*.log", does: "Logs of this machine." },
  { pattern: "**/__pycache__", does: "Compiled Python: made for this machine." },
  { pattern: "**/.venv", does: "Python's virtual environment: the image makes its own." },
  { pattern: "**/target", does: "What Rust and Maven built here." },
  { pattern: "**/dist", does: "What was built here: the image builds its own." },
  { pattern: "**/*.md", does: "Documentation." },
  {
    pattern: "**/Dockerfile*",
    does: "The builder has it anyway; so a change in it does not spoil the cache of COPY.",
  },
  { pattern: "**/*.pem", does: "Keys and certificates." },
  { pattern: "**/.DS_Store", does: "Files of the macOS Finder." },
];
