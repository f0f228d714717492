import type { Rule } from "../lint/rule";
import { addInsteadOfCopy } from "./addInsteadOfCopy";
import { apkCacheLeft } from "./apkCacheLeft";
import { aptInsteadOfAptGet } from "./aptInsteadOfAptGet";
import { aptListsLeft } from "./aptListsLeft";
import { aptNoYes } from "./aptNoYes";
import { aptRecommends } from "./aptRecommends";
import { aptWithoutUpdate } from "./aptWithoutUpdate";
import { argumentCount } from "./argumentCount";
import { backgroundCommand } from "./backgroundCommand";
import { backticks } from "./backticks";
import { baseLacksTool } from "./baseLacksTool";
import { cdInRun } from "./cdInRun";
import { cdMayFail } from "./cdMayFail";
import { commandOutsideRun } from "./commandOutsideRun";
import { consecutiveRun } from "./consecutiveRun";
import { consistentInstructionCasing } from "./consistentInstructionCasing";
import { copyBeforeInstall } from "./copyBeforeInstall";
import { copyFromOwnStage } from "./copyFromOwnStage";
import { copyFromUnknownStage } from "./copyFromUnknownStage";
import { copyIgnoredFile } from "./copyIgnoredFile";
import { copyManyNeedsFolder } from "./copyManyNeedsFolder";
import { copyMissingSource } from "./copyMissingSource";
import { copyUnwantedFiles } from "./copyUnwantedFiles";
import { copyWholeStage } from "./copyWholeStage";
import { directiveCasing } from "./directiveCasing";
import { dnfCacheLeft } from "./dnfCacheLeft";
import { dnfNoYes } from "./dnfNoYes";
import { duplicateDirective } from "./duplicateDirective";
import { duplicateExpose } from "./duplicateExpose";
import { duplicateFlag } from "./duplicateFlag";
import { duplicateStageName } from "./duplicateStageName";
import { echoEscapes } from "./echoEscapes";
import { emptyBaseName } from "./emptyBaseName";
import { emptyFile } from "./emptyFile";
import { emptyLabel } from "./emptyLabel";
import { endOfLifeBase } from "./endOfLifeBase";
import { envSelfReference } from "./envSelfReference";
import { execFormNeedsShell } from "./execFormNeedsShell";
import { exposeDoesNotPublish } from "./exposeDoesNotPublish";
import { exposeInvalidFormat } from "./exposeInvalidFormat";
import { exposeProtoCasing } from "./exposeProtoCasing";
import { extraArgument } from "./extraArgument";
import { flagNeedsNewerSyntax } from "./flagNeedsNewerSyntax";
import { flagValueInvalid } from "./flagValueInvalid";
import { flagValueMissing } from "./flagValueMissing";
import { fromAsCasing } from "./fromAsCasing";
import { fromPlatformFlagConstDisallowed } from "./fromPlatformFlagConstDisallowed";
import { inlineIgnore } from "./inlineIgnore";
import { installAsUser } from "./installAsUser";
import { invalidBaseImagePlatform } from "./invalidBaseImagePlatform";
import { invalidCheckDirective } from "./invalidCheckDirective";
import { invalidDefaultArgInFrom } from "./invalidDefaultArgInFrom";
import { invalidDefinitionDescription } from "./invalidDefinitionDescription";
import { invalidEscapeDirective } from "./invalidEscapeDirective";
import { invalidExecForm } from "./invalidExecForm";
import { invalidFromValue } from "./invalidFromValue";
import { invalidLabelEmail } from "./invalidLabelEmail";
import { invalidLabelGitHash } from "./invalidLabelGitHash";
import { invalidLabelKey } from "./invalidLabelKey";
import { invalidLabelSemver } from "./invalidLabelSemver";
import { invalidLabelSpdx } from "./invalidLabelSpdx";
import { invalidLabelTime } from "./invalidLabelTime";
import { invalidLabelUrl } from "./invalidLabelUrl";
import { invalidMount } from "./invalidMount";
import { invalidPair } from "./invalidPair";
import { invalidPort } from "./invalidPort";
import { invalidReference } from "./invalidReference";
import { invalidSignal } from "./invalidSignal";
import { invalidStageName } from "./invalidStageName";
import { jsonArgsRecommended } from "./jsonArgsRecommended";
import { lastUserRoot } from "./lastUserRoot";
import { latestTag } from "./latestTag";
import { legacyKeyValueFormat } from "./legacyKeyValueFormat";
import { lostShellState } from "./lostShellState";
import { maintainerDeprecated } from "./maintainerDeprecated";
import { maskedReturn } from "./maskedReturn";
import { misplacedDirective } from "./misplacedDirective";
import { missingArgument } from "./missingArgument";
import { missingAs } from "./missingAs";
import { missingHealthcheck } from "./missingHealthcheck";
import { missingLabel } from "./missingLabel";
import { multipleInstructionsDisallowed } from "./multipleInstructionsDisallowed";
import { noEmptyContinuation } from "./noEmptyContinuation";
import { noFrom } from "./noFrom";
import { noFromFirst } from "./noFromFirst";
import { nonNumericUser } from "./nonNumericUser";
import { onbuildTriggerDisallowed } from "./onbuildTriggerDisallowed";
import { pipCacheLeft } from "./pipCacheLeft";
import { pipeWithoutPipefail } from "./pipeWithoutPipefail";
import { posixShBashism } from "./posixShBashism";
import { quotedCommand } from "./quotedCommand";
import { redundantTargetPlatform } from "./redundantTargetPlatform";
import { relativeCopyDestination } from "./relativeCopyDestination";
import { reservedStageName } from "./reservedStageName";
import { secretInRunOrCopy } from "./secretInRunOrCopy";
import { secretsUsedInArgOrEnv } from "./secretsUsedInArgOrEnv";
import { shellChangeByLink } from "./shellChangeByLink";
import { shellcheck } from "./shellcheck";
import { shellNeedsJson } from "./shellNeedsJson";
import { shellSyntax } from "./shellSyntax";
import { sourceOutsideContext } from "./sourceOutsideContext";
import { stageNameCasing } from "./stageNameCasing";
import { staleAptLists } from "./staleAptLists";
import { sudo } from "./sudo";
import { superfluousLabel } from "./superfluousLabel";
import { swallowedInstruction } from "./swallowedInstruction";
import { tildePath } from "./tildePath";
import { trailingComment } from "./trailingComment";
import { typographicCharacter } from "./typographicCharacter";
import { unclosedHeredoc } from "./unclosedHeredoc";
import { unclosedQuote } from "./unclosedQuote";
import { undefinedArgInFrom } from "./undefinedArgInFrom";
import { undefinedVar } from "./undefinedVar";
import { unknownFlag } from "./unknownFlag";
import { unknownHealthcheckType } from "./unknownHealthcheckType";
import { unknownInstruction } from "./unknownInstruction";
import { unpinnedApk } from "./unpinnedApk";
import { unpinnedApt } from "./unpinnedApt";
import { unpinnedDnf } from "./unpinnedDnf";
import { unpinnedGem } from "./unpinnedGem";
import { unpinnedGo } from "./unpinnedGo";
import { unpinnedNpm } from "./unpinnedNpm";
import { unpinnedPip } from "./unpinnedPip";
import { unpinnedYum } from "./unpinnedYum";
import { unpinnedZypper } from "./unpinnedZypper";
import { unquotedGlob } from "./unquotedGlob";
import { unquotedSubstitution } from "./unquotedSubstitution";
import { unquotedVariable } from "./unquotedVariable";
import { unsupportedModifier } from "./unsupportedModifier";
import { untaggedImage } from "./untaggedImage";
import { untrustedRegistry } from "./untrustedRegistry";
import { unusedStage } from "./unusedStage";
import { unusedSuppression } from "./unusedSuppression";
import { useAddToExtract } from "./useAddToExtract";
import { uselessCommand } from "./uselessCommand";
import { useraddHighUid } from "./useraddHighUid";
import { volumeHostPath } from "./volumeHostPath";
import { wgetAndCurl } from "./wgetAndCurl";
import { wgetProgress } from "./wgetProgress";
import { workdirRelativePath } from "./workdirRelativePath";
import { yarnCacheLeft } from "./yarnCacheLeft";
import { yumCacheLeft } from "./yumCacheLeft";
import { yumNoYes } from "./yumNoYes";
import { zypperCacheLeft } from "./zypperCacheLeft";
import { zypperDistUpgrade } from "./zypperDistUpgrade";
import { zypperNoYes } from "./zypperNoYes";

/** Every rule, in the order that the documentation lists them. */
export const rules: readonly Rule[] = [
  noFromFirst,
  noFrom,
  emptyFile,
  unknownInstruction,
  typographicCharacter,
  swallowedInstruction,
  missingArgument,
  extraArgument,
  argumentCount,
  unknownFlag,
  unknownHealthcheckType,
  duplicateFlag,
  flagValueMissing,
  flagValueInvalid,
  invalidMount,
  flagNeedsNewerSyntax,
  invalidExecForm,
  shellNeedsJson,
  invalidReference,
  emptyBaseName,
  invalidStageName,
  missingAs,
  invalidPort,
  exposeInvalidFormat,
  exposeProtoCasing,
  duplicateExpose,
  invalidSignal,
  invalidCheckDirective,
  invalidEscapeDirective,
  duplicateDirective,
  directiveCasing,
  misplacedDirective,
  unclosedQuote,
  invalidPair,
  unsupportedModifier,
  trailingComment,
  unclosedHeredoc,
  onbuildTriggerDisallowed,
  noEmptyContinuation,
  duplicateStageName,
  reservedStageName,
  stageNameCasing,
  fromAsCasing,
  undefinedArgInFrom,
  invalidDefaultArgInFrom,
  untaggedImage,
  latestTag,
  untrustedRegistry,
  fromPlatformFlagConstDisallowed,
  redundantTargetPlatform,
  invalidBaseImagePlatform,
  copyFromUnknownStage,
  copyFromOwnStage,
  invalidFromValue,
  copyWholeStage,
  unusedStage,
  endOfLifeBase,
  baseLacksTool,
  multipleInstructionsDisallowed,
  jsonArgsRecommended,
  execFormNeedsShell,
  backgroundCommand,
  quotedCommand,
  maintainerDeprecated,
  workdirRelativePath,
  tildePath,
  relativeCopyDestination,
  copyManyNeedsFolder,
  addInsteadOfCopy,
  useAddToExtract,
  copyIgnoredFile,
  copyMissingSource,
  sourceOutsideContext,
  undefinedVar,
  commandOutsideRun,
  envSelfReference,
  legacyKeyValueFormat,
  secretsUsedInArgOrEnv,
  secretInRunOrCopy,
  copyUnwantedFiles,
  shellChangeByLink,
  pipeWithoutPipefail,
  lastUserRoot,
  nonNumericUser,
  missingHealthcheck,
  consistentInstructionCasing,
  consecutiveRun,
  exposeDoesNotPublish,
  volumeHostPath,
  invalidDefinitionDescription,
  invalidLabelKey,
  missingLabel,
  superfluousLabel,
  emptyLabel,
  invalidLabelUrl,
  invalidLabelTime,
  invalidLabelSpdx,
  invalidLabelGitHash,
  invalidLabelSemver,
  invalidLabelEmail,
  copyBeforeInstall,
  uselessCommand,
  cdInRun,
  lostShellState,
  sudo,
  aptInsteadOfAptGet,
  unpinnedApt,
  unpinnedApk,
  unpinnedPip,
  unpinnedNpm,
  unpinnedGem,
  unpinnedGo,
  unpinnedYum,
  unpinnedDnf,
  unpinnedZypper,
  aptNoYes,
  yumNoYes,
  dnfNoYes,
  zypperNoYes,
  aptRecommends,
  aptListsLeft,
  staleAptLists,
  aptWithoutUpdate,
  installAsUser,
  apkCacheLeft,
  pipCacheLeft,
  yumCacheLeft,
  dnfCacheLeft,
  zypperCacheLeft,
  yarnCacheLeft,
  zypperDistUpgrade,
  useraddHighUid,
  wgetProgress,
  wgetAndCurl,
  inlineIgnore,
  unusedSuppression,
  shellcheck,
  shellSyntax,
  posixShBashism,
  unquotedVariable,
  unquotedSubstitution,
  maskedReturn,
  unquotedGlob,
  cdMayFail,
  echoEscapes,
  backticks,
];
