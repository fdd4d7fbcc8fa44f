// Prints the theme as CSS variables, because a strict style policy forbids the style element that Mantine would write.
import { writeFile } from 'node:fs/promises';
import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import { runnerImport } from 'vite';

const { module } = await runnerImport('./src/theme/theme.ts', { logLevel: 'error' });
const theme = mergeMantineTheme(DEFAULT_THEME, module.theme);
const own = Object.entries(module.tokens).map(([name, value]) => `  --vd-${name}: ${value};`);
const mantine = convertCssVariables(defaultCssVariablesResolver(theme));
await writeFile('src/theme/theme.gen.css', `/* Made by tools/gen-theme.mjs from theme.ts. */\n:root {\n${own.join('\n')}\n}\n${mantine}\n`);
