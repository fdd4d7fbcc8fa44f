// How high the rows of lists are: two lines, or one.
import { browserSetting } from './browserSetting';

export const densities = ['comfortable', 'compact'] as const;
export const densitySetting = browserSetting('vinhdanh.density', densities);
export const useDensity = densitySetting.use;
