import type { Command } from "./command";
import { attachShell } from "./containers/attachShell";
import { changeLog } from "./containers/changeLog";
import { commitContainer } from "./containers/commitContainer";
import { copyContainerId, copyContainerName } from "./containers/copyContainer";
import { executeCommand } from "./containers/executeCommand";
import { groupContainers } from "./containers/groupContainers";
import { inspectContainer } from "./containers/inspectContainer";
import { killContainers } from "./containers/killContainers";
import { openInBrowser } from "./containers/openInBrowser";
import { pauseContainers } from "./containers/pauseContainers";
import { pruneContainers } from "./containers/pruneContainers";
import { removeContainers, removeRunningContainers } from "./containers/removeContainers";
import { renameContainer } from "./containers/renameContainer";
import { restartContainers } from "./containers/restartContainers";
import { showChanges } from "./containers/showChanges";
import { showLogs } from "./containers/showLogs";
import { showProcesses } from "./containers/showProcesses";
import { startContainers } from "./containers/startContainers";
import { stopContainers } from "./containers/stopContainers";
import { unpauseContainers } from "./containers/unpauseContainers";
import { copyDockerCommand } from "./engine/copyDockerCommand";
import { createDockerContext } from "./engine/createDockerContext";
import { diagnoseConnection } from "./engine/diagnoseConnection";
import { inspectDockerContext } from "./engine/inspectDockerContext";
import { refreshViews } from "./engine/refreshViews";
import { removeDockerContext } from "./engine/removeDockerContext";
import { useDockerContext } from "./engine/useDockerContext";
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
import { pullAgainForPlatform, pullImage, pullImageAgain, pullImageForPlatform } from "./images/pullImage";
import { pushImage } from "./images/pushImage";
import { removeImages } from "./images/removeImages";
import { saveImages } from "./images/saveImages";
import { searchImages } from "./images/searchImages";
import { showImagesTable } from "./images/showImagesTable";
import { tagImage } from "./images/tagImage";
import { logInToRegistry } from "./registries/logInToRegistry";
import { logOutOfRegistry } from "./registries/logOutOfRegistry";
import { duplicateContainer } from "./run/duplicateContainer";
import { runAgain } from "./run/runAgain";
import { runImage } from "./run/runImage";
import { showStageGraph } from "./stages/showStageGraph";

/** Every command of Drydock. The manifest's commands, menus and keybindings are generated from these. */
export const commands: readonly Command[] = [
  buildImage,
  runImage,
  runAgain,
  pullImage,
  pullImageAgain,
  pullAgainForPlatform,
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
  restartContainers,
  pauseContainers,
  unpauseContainers,
  killContainers,
  showLogs,
  changeLog,
  attachShell,
  executeCommand,
  inspectContainer,
  showProcesses,
  showChanges,
  renameContainer,
  commitContainer,
  duplicateContainer,
  removeContainers,
  removeRunningContainers,
  pruneContainers,
  groupContainers,
  copyContainerName,
  copyContainerId,
  logInToRegistry,
  logOutOfRegistry,
  refreshViews,
  diagnoseConnection,
  useDockerContext,
  inspectDockerContext,
  createDockerContext,
  removeDockerContext,
  copyDockerCommand,
  showStageGraph,
];
