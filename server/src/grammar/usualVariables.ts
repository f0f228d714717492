/** An environment variable that many images set. */
export interface UsualVariable {
  readonly name: string;
  /** What it is mostly set to. */
  readonly value: string;
  readonly does: string;
  /** The images for which it means something; undefined for every image. */
  readonly repository?: RegExp;
}

/** Those of languages first, so that an image's own come before what fits all. */
export const usualVariables: readonly UsualVariable[] = [
  {
    name: "NODE_ENV",
    value: "production",
    does: "Tells Node.js programs, and npm, that nobody develops here.",
    repository: /^(?:node|oven\/bun)$/,
  },
  {
    name: "PYTHONUNBUFFERED",
    value: "1",
    does: "Python prints at once, so that logs are not late.",
    repository: /^python$/,
  },
  {
    name: "PYTHONDONTWRITEBYTECODE",
    value: "1",
    does: "Python writes no compiled files beside the sources.",
    repository: /^python$/,
  },
  {
    name: "UV_LINK_MODE",
    value: "copy",
    does: "Makes uv copy from its cache, as it must from a cache mount.",
    repository: /^(?:python|ghcr\.io\/astral-sh\/uv)$/,
  },
  {
    name: "CGO_ENABLED",
    value: "0",
    does: "Go makes programs that need no C library, and so run in `scratch`.",
    repository: /^golang$/,
  },
  {
    name: "BUNDLE_WITHOUT",
    value: "development:test",
    does: "Bundler leaves out gems that are only needed for development.",
    repository: /^ruby$/,
  },
  {
    name: "JAVA_TOOL_OPTIONS",
    value: "-XX:MaxRAMPercentage=75",
    does: "Options that every Java machine reads.",
    repository: /^(?:eclipse-temurin|amazoncorretto|maven|gradle|ibm-semeru-runtimes)$/,
  },
  {
    name: "ASPNETCORE_HTTP_PORTS",
    value: "8080",
    does: "The ports that ASP.NET Core 8 and later listens on.",
    repository: /^mcr\.microsoft\.com\/dotnet\//,
  },
  { name: "LANG", value: "C.UTF-8", does: "Programs read and write UTF-8." },
  { name: "TZ", value: "UTC", does: "The time zone; other than UTC it needs the package `tzdata`." },
];
