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
import {
  clearImageFilter,
  filterImages,
  groupImages,
  showOnlyImages,
  sortImages,
} from "./images/arrangeImages";
import { buildImage } from "./images/buildImage";
import { checkForUpdates } from "./images/checkForUpdates";
import { copyImageDigest, copyImageId, copyImageReference } from "./images/copyImage";
import { importImage } from "./images/importImage";
import { inspectImage, inspectImageJson, showImageHistory } from "./images/inspectImage";
import { loadImages } from "./images/loadImages";
import { pruneImages } from "./images/pruneImages";
import { pullImage, pullImageAgain, pullImageForPlatform } from "./images/pullImage";
import { pushImage } from "./images/pushImage";
import { removeImages } from "./images/removeImages";
import { runImage } from "./images/runImage";
import { saveImages } from "./images/saveImages";
import { searchImages } from "./images/searchImages";
import { showImagesTable } from "./images/showImagesTable";
import { tagImage } from "./images/tagImage";
import { logInToRegistry } from "./registries/logInToRegistry";
import { logOutOfRegistry } from "./registries/logOutOfRegistry";

/** Every command of Drydock. The manifest's commands, menus and keybindings are generated from these. */
export const commands: readonly Command[] = [
  buildImage,
  runImage,
  pullImage,
  pullImageAgain,
  pullImageForPlatform,
  searchImages,
  checkForUpdates,
  pushImage,
  tagImage,
  inspectImage,
  inspectImageJson,
  showImageHistory,
  saveImages,
  loadImages,
  importImage,
  removeImages,
  pruneImages,
  copyImageReference,
  copyImageId,
  copyImageDigest,
  showImagesTable,
  groupImages,
  sortImages,
  filterImages,
  showOnlyImages,
  clearImageFilter,
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
