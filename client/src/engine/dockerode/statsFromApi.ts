import type { ContainerStats } from "../container";

/** As a line of `GET /containers/{id}/stats` writes it. */
export interface ApiStats {
  readonly read?: string;
  readonly preread?: string;
  /** More than 0 on Windows only, which counts otherwise. */
  readonly num_procs?: number;
  readonly cpu_stats?: ApiCpu;
  readonly precpu_stats?: ApiCpu;
  readonly memory_stats?: {
    readonly usage?: number;
    readonly limit?: number;
    readonly privateworkingset?: number;
    readonly stats?: Readonly<Record<string, number>> | null;
  };
}

interface ApiCpu {
  readonly cpu_usage?: { readonly total_usage?: number; readonly percpu_usage?: readonly number[] | null };
  readonly system_cpu_usage?: number;
  readonly online_cpus?: number;
}

/** Counts what `docker stats` counts. https://docs.docker.com/reference/api/engine/version/v1.52/ (ContainerStats) */
export function statsFromApi(stats: ApiStats): ContainerStats {
  const windows = (stats.num_procs ?? 0) > 0;
  return {
    cpu: windows ? windowsCpu(stats) : unixCpu(stats),
    memory: windows ? (stats.memory_stats?.privateworkingset ?? 0) : unixMemory(stats),
    memoryLimit: stats.memory_stats?.limit ?? 0,
  };
}

function usageSince(stats: ApiStats): number {
  return (stats.cpu_stats?.cpu_usage?.total_usage ?? 0) - (stats.precpu_stats?.cpu_usage?.total_usage ?? 0);
}

/** The first line of a stream has nothing before it to compare with, and a stopped container has no time at all. */
function unixCpu(stats: ApiStats): number {
  const { cpu_stats: now = {}, precpu_stats: before = {} } = stats;
  if (!before.system_cpu_usage || !now.system_cpu_usage) return 0;
  const system = now.system_cpu_usage - before.system_cpu_usage;
  const cores = now.online_cpus || now.cpu_usage?.percpu_usage?.length || 1;
  const used = usageSince(stats);
  return used > 0 && system > 0 ? (used / system) * cores : 0;
}

/** Windows counts the processors' time in units of 100 ns and does not say how much there was of it. */
function windowsCpu(stats: ApiStats): number {
  const elapsed = (Date.parse(stats.read ?? "") - Date.parse(stats.preread ?? "")) * 10_000;
  const used = usageSince(stats);
  return elapsed > 0 && used > 0 ? used / elapsed : 0;
}

/** Cached file pages can be given back at any time: cgroup v1 counts them in total_inactive_file, v2 in inactive_file. */
function unixMemory(stats: ApiStats): number {
  const { usage = 0, stats: counts } = stats.memory_stats ?? {};
  const cache = counts?.["total_inactive_file"] ?? counts?.["inactive_file"] ?? 0;
  return cache < usage ? usage - cache : usage;
}
