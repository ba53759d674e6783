import { hallCalendar } from '@hall/kernel';
import { answerLines } from '@hall/platform/lines';
import { marksLine } from './marks-line';

// Marks days of people from standard input with the rule of the service: npm run --silent marks
void answerLines((line) => marksLine(line, hallCalendar));
