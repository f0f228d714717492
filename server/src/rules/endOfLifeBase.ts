import { endOfLife, type Lifetime, lifetimes } from "../grammar/endOfLife";
import type { Problem, Rule } from "../lint/rule";
import { oncePer } from "../model/oncePer";
import type { Reference } from "../model/reference";
import type { BaseImage } from "../model/stages";

export const endOfLifeBase: Rule = {
  id: "end-of-life-base",
  aliases: [],
  severity: "warning",
  category: "images",
  summary: "The base image no longer gets security fixes.",
  rationale:
    "Every product has a last day. After it, holes that become known stay open, and package mirrors move away so that builds break. The dates come with Drydock; nothing is looked up.",
  examples: [
    { text: "FROM [|alpine:3.5|]\n", fixed: "FROM alpine:3.23\n" },
    { text: "FROM alpine:3.23\nFROM alpine\nFROM me/alpine:3.5\nFROM alpine:latest\n" },
    { text: "FROM [|ubuntu:18.04|] AS build\n", fixed: "FROM ubuntu:24.04 AS build\n" },
    { text: "FROM [|python:3.8-slim|]\n", fixed: "FROM python:3.14-slim\n" },
    { text: "FROM [|php:8.0.9-fpm-alpine3.14|]\n", fixed: "FROM php:8.4-fpm-alpine\n" },
    { text: "ARG NODE=14\nFROM [|node:${NODE}-slim|]\n" },
    {
      text: "FROM [|node:24-buster|]\nFROM [|somebody/tool:1.0-ubuntu18.04|]\nFROM [|gcr.io/distroless/base-debian10|]\n",
    },
    {
      text: "FROM [|node:14-alpine3.12|]\nFROM [|python:3.6-slim-buster|]\nFROM [|php:7.4.33-fpm-alpine3.16|]\nFROM [|openjdk:8-jre-alpine|]\n",
      fixed:
        "FROM node:24-alpine\nFROM python:3.14-slim\nFROM php:8.4-fpm-alpine\nFROM eclipse-temurin:21-jre-alpine\n",
    },
    // Whether the newest has such a variant is not known.
    { text: "FROM [|node:8-onbuild|]\nFROM [|mcr.microsoft.com/dotnet/core/aspnet:3.1-bionic-arm64v8|]\n" },
    {
      text: "FROM [|centos:8|]\nFROM quay.io/centos/centos:stream9\n",
      fixed: "FROM almalinux:9\nFROM quay.io/centos/centos:stream9\n",
    },
  ],

  check({ stages }, report, { outside }) {
    for (const { base } of stages) {
      if (!base?.reference) continue;
      const lifetime = endOfLife(lifetimesOf(base.reference), outside.today);
      if (lifetime) report(problemOf(base, lifetime));
    }
  },
};

const lifetimesOf = oncePer(({ domain, path, tag }: Reference) =>
  lifetimes(domain ? `${domain}/${path}` : path, tag),
);

function problemOf(base: BaseImage, { product, version, ends, instead, part }: Lifetime): Problem {
  if (part === "distribution") {
    return {
      range: base.range,
      message: `This is built on ${product} ${version}, which has had no security fixes since ${ends}. Choose a tag that is built on ${instead.repository} ${instead.tag}.`,
    };
  }
  const better = `${instead.repository}:${instead.tag}`;
  // A digest names one image for ever, and a variable is set elsewhere: then the words must do.
  const isPlain =
    instead.isSameVariant &&
    base.reference?.digest === undefined &&
    !base.word.text.includes("$") &&
    base.word.text === base.word.value;
  return {
    range: base.range,
    message: `${product} ${version} has had no security fixes since ${ends}. Move to ${better} and test.`,
    ...(isPlain && {
      fix: { title: `Change to ${better}`, edits: [{ range: base.range, newText: better }], unsafe: true },
    }),
  };
}
