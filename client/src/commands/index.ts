import type { Command } from "./command";
import { copyContainerId, copyContainerName } from "./containers/copyContainer";
import { inspectContainer } from "./containers/inspectContainer";
import { openInBrowser } from "./containers/openInBrowser";
import { removeContainers } from "./containers/removeContainers";
import { removeRunningContainers } from "./containers/removeRunningContainers";
import { showLogs } from "./containers/showLogs";
import { startContainers } from "./containers/startContainers";
import { stopContainers } from "./containers/stopContainers";
import { copyDockerCommand } from "./engine/copyDockerCommand";
import { refreshViews } from "./engine/refreshViews";
import { buildImage } from "./images/buildImage";
import { copyImageId, copyImageReference } from "./images/copyImage";
import { inspectImage } from "./images/inspectImage";
import { pullImage, pullImageAgain } from "./images/pullImage";
import { pushImage } from "./images/pushImage";
import { removeImages } from "./images/removeImages";
import { runImage } from "./images/runImage";
import { tagImage } from "./images/tagImage";
import { logInToRegistry } from "./registries/logInToRegistry";
import { logOutOfRegistry } from "./registries/logOutOfRegistry";

/** Every command of Drydock. The manifest's commands, menus and keybindings are generated from these. */
export const commands: readonly Command[] = [
  buildImage,
  runImage,
  pullImage,
  pullImageAgain,
  pushImage,
  tagImage,
  inspectImage,
  removeImages,
  copyImageReference,
  copyImageId,
  openInBrowser,
  startContainers,
  stopContainers,
  showLogs,
  inspectContainer,
  removeContainers,
  removeRunningContainers,
  copyContainerName,
  copyContainerId,
  logInToRegistry,
  logOutOfRegistry,
  refreshViews,
  copyDockerCommand,
];
