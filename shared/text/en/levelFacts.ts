// What the Record tab says about a level of care and about the hours of the week. Refuses to place anyone.
import { episodeText } from './episode.ts';

const amount = (hours: number): string => String(Math.round(hours * 10) / 10);

export const levelFactsText = {
  title: 'About this level',
  length: 'Usual length', hours: 'Hours', setting: 'Setting', nights: 'Nights', fits: 'Fits', course: 'Withdrawal', tracks: 'Tracks',
  atCenter: 'at the center', atHome: 'at home',
  unverified: (text: string): string => `${text} (${episodeText.unverified})`,
  /** Hours of the running week; the range is the share of the days that belong to this level. */
  week: (hours: number, since: string, min: number | null, max: number | null): string => {
    const range = min !== null && max !== null ? `, of ${amount(min)} to ${amount(max)}` : min !== null ? `, of at least ${amount(min)}` : max !== null ? `, of less than ${amount(max)}` : '';
    const whole = Math.floor(hours + 1e-9);
    const minutes = Math.round((hours - whole) * 60);
    return `Hours this week, since ${since}: ${whole} h${minutes === 0 ? '' : ` ${minutes} min`}${range}`;
  },
  weekHint: 'Attended services that count toward the level; drafts count too.',
  trackLegend: 'Program tracks', trackHint: 'Faith-based only at the client’s wish',
} as const;

export const trackLabels = { morning: 'Morning sessions', evening: 'Evening sessions', gender_specific: 'Gender-specific', faith_based: 'Faith-based', education: 'School or college', career: 'Work and career', music_therapy: 'Music therapy', trauma: 'Trauma program' } as const;
