import type { ContainerStats } from "../engine/container";
import { humanSize } from "./humanSize";

/** `2.1% CPU, 34MB`: 100% is one whole core, as `docker stats` counts. */
export function usageWords({ cpu, memory }: ContainerStats): string {
  const percent = cpu * 100;
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)}% CPU, ${humanSize(roundedMemory(memory))}`;
}

/** To two digits: a row that changes with every page of memory would never stand still. */
function roundedMemory(bytes: number): number {
  return Number(bytes.toPrecision(2));
}
