import { hallCalendar } from '@hall/kernel';
import { answerLines } from '@hall/platform/lines';
import { authorityLine } from './authority-line';

// Answers histories of posts from standard input with the planner of the service: npm run --silent authority
void answerLines((line) => authorityLine(line, hallCalendar));
