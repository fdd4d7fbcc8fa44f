// Pictures of every screen at 1440 and 390 px in both languages, for people to look at: node test/walk/pictures.mjs FOLDER [NAME…]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDemo } from './demo.mjs';
import { openBrowser, settled } from './page.mjs';
import { fillWorld, open, screens, show, statesOf } from './screens.mjs';

const [folder, ...names] = process.argv.slice(2);
if (!folder) throw new Error('name the folder for the pictures');
await mkdir(folder, { recursive: true });
const demo = await openDemo();
const browser = await openBrowser();
try {
  const world = await fillWorld(demo);
  for (const screen of screens.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for (const state of statesOf(screen)) {
      const page = await open(browser, world, screen, state, 'vi');
      for (const [width, language] of [[1440, 'vi'], [390, 'vi'], [390, 'en'], [1440, 'en']]) {
        await show(page, { width, language });
        await settled(page);
        // As high as the page: what sticks to the window's foot would else lie in the middle of the picture.
        const height = state === 'dialog' ? 900 : await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.max(900, height) });
        await page.screenshot({ path: join(folder, `${screen.name}-${state}-${width}-${language}.png`), animations: 'disabled' });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await demo.close();
}
