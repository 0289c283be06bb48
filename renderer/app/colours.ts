/** The colours of one look, named by what they are for. */
export interface Colours {
  readonly paper: string;
  readonly surface: string;
  /** A tint for what the pointer is over, and for the chosen row. */
  readonly hover: string;
  readonly chosen: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly control: string;
  readonly teal: string;
  readonly tealDark: string;
  readonly onTeal: string;
  /** What waits for a person; the one accent. */
  readonly waiting: string;
  readonly waitingTint: string;
  /** Decoration and focus, never text. */
  readonly gold: string;
  readonly good: string;
  readonly careful: string;
  readonly carefulTint: string;
  readonly wrong: string;
  readonly wrongTint: string;
  readonly infoTint: string;
}

/** Warm paper and dark ink; every text pair is at least 4.5:1, every control 3:1. */
export const WARM: Colours = {
  paper: '#FBF8F3',
  surface: '#FFFFFF',
  hover: '#F4EFE6',
  chosen: '#E6F0EE',
  ink: '#1F2421',
  quiet: '#59605B',
  line: '#D9D2C7',
  control: '#867E72',
  teal: '#0F5C5A',
  tealDark: '#0A4644',
  onTeal: '#FFFFFF',
  waiting: '#A8431F',
  waitingTint: '#F8E6DE',
  gold: '#E3A72F',
  good: '#2E6B34',
  careful: '#7A5200',
  carefulTint: '#FDF3DC',
  wrong: '#9E1F1C',
  wrongTint: '#FBEAE8',
  infoTint: '#EAF2F1',
};

/** Black, white and yellow, for tired eyes, glare and low vision. */
export const CONTRAST: Colours = {
  paper: '#000000',
  surface: '#000000',
  hover: '#262600',
  chosen: '#333300',
  ink: '#FFFFFF',
  quiet: '#FFFFFF',
  line: '#FFFFFF',
  control: '#FFFFFF',
  teal: '#FFE94A',
  tealDark: '#FFF6A6',
  onTeal: '#000000',
  waiting: '#FFE94A',
  waitingTint: '#333300',
  gold: '#FFE94A',
  good: '#FFFFFF',
  careful: '#FFE94A',
  carefulTint: '#000000',
  wrong: '#FFB4A8',
  wrongTint: '#000000',
  infoTint: '#000000',
};
