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
  {
    registry: "Google Container Registry",
    domains: ["gcr.io"],
    url(path) {
      const [project, ...image] = path.split("/");
      if (image.length === 0) return undefined;
      return `https://console.cloud.google.com/gcr/images/${project}/GLOBAL/${image.join("/")}`;
    },
  },
  {
    // The address that Kubernetes' own change logs link to.
    registry: "Kubernetes' images",
    domains: ["registry.k8s.io"],
    url: (path) =>
      `https://console.cloud.google.com/artifacts/docker/k8s-artifacts-prod/southamerica-east1/images/${encodeURIComponent(path)}`,
  },
  {
    registry: "Chainguard's images",
    domains: ["cgr.dev"],
    url(path) {
      const [, name] = /^chainguard\/([^/]+)$/.exec(path) ?? [];
      return name && `https://images.chainguard.dev/directory/image/${name}/overview`;
    },
  },
  {
    registry: "NVIDIA NGC",
    domains: ["nvcr.io"],
    url(path) {
      const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(path) ?? [];
      return owner && `https://catalog.ngc.nvidia.com/orgs/${owner}/containers/${name}`;
    },
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
