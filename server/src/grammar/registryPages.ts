/** The page that a registry has for an image, for people to read. */
export interface RegistryPage {
  /** The registry as people call it. */
  readonly registry: string;
  readonly url: string;
}

interface Registry {
  readonly registry: string;
  readonly domains: readonly (string | undefined)[];
  /** Undefined for a path that can have no page. */
  readonly url: (path: string) => string | undefined;
}

/** Registries whose pages follow from the reference alone. Of any other none is made up. */
const registries: readonly Registry[] = [
  {
    registry: "Docker Hub",
    domains: [undefined, "docker.io", "index.docker.io", "registry-1.docker.io"],
    url(path) {
      const parts = path.replace(/^library\//, "").split("/");
      if (parts.length === 1) return `https://hub.docker.com/_/${parts[0]}`;
      return parts.length === 2 ? `https://hub.docker.com/r/${parts.join("/")}` : undefined;
    },
  },
  {
    registry: "Microsoft Artifact Registry",
    domains: ["mcr.microsoft.com"],
    url: (path) => `https://mcr.microsoft.com/artifact/mar/${path}`,
  },
  {
    registry: "Quay",
    domains: ["quay.io"],
    url: (path) => (path.split("/").length === 2 ? `https://quay.io/repository/${path}` : undefined),
  },
  {
    registry: "Amazon ECR Public Gallery",
    domains: ["public.ecr.aws"],
    url: (path) => (path.includes("/") ? `https://gallery.ecr.aws/${path}` : undefined),
  },
  {
    // It leads on to the package's page on GitHub.
    registry: "GitHub Packages",
    domains: ["ghcr.io"],
    url: (path) => (path.includes("/") ? `https://ghcr.io/${path}` : undefined),
  },
];

export function registryPage(reference: {
  readonly domain: string | undefined;
  readonly path: string;
}): RegistryPage | undefined {
  const found = registries.find(({ domains }) => domains.includes(reference.domain?.toLowerCase()));
  const url = reference.path === "scratch" ? undefined : found?.url(reference.path);
  return found && url ? { registry: found.registry, url } : undefined;
}
