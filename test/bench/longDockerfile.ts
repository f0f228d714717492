/** A Dockerfile of so many lines, or one or two more, as people write them: stages, arguments, long commands, comments. */
export function longDockerfile(lines: number): string {
  const written = ["# syntax=docker/dockerfile:1", "ARG VERSION=3.20"];
  for (let part = 0; written.length < lines; part++)
    written.push(...(part % 12 === 0 ? stage(part) : step(part)));
  return `${written.join("\n")}\n`;
}

function stage(part: number): string[] {
  return [
    "",
    `# Stage ${part}`,
    `FROM alpine:\${VERSION} AS stage${part}`,
    `ARG NAME${part}=value${part}`,
    `ENV PATH_${part}="/opt/\${NAME${part}}/bin:$PATH" \\`,
    `    HOME_${part}=/home/app`,
    `WORKDIR /srv/app${part}`,
  ];
}

function step(part: number): string[] {
  return [
    `COPY --chown=1000:1000 package${part}.json src/ ./`,
    "RUN --mount=type=cache,target=/var/cache/apk \\",
    `    apk add --no-cache curl git "package${part}" \\`,
    "    # Keep what is needed",
    `    && curl -fsSL https://example.com/archive-${part}.tar.gz | tar -xz \\`,
    `    && echo "$PATH_0" > /tmp/file${part}`,
    `LABEL org.opencontainers.image.title="part ${part}"`,
    "EXPOSE 8080",
  ];
}
