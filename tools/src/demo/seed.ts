import { loadDemoHall } from '../shared/demo-hall';
import { HallClient, runCommand } from '../shared/hall-client';

runCommand(async () => {
  await loadDemoHall(new HallClient());
});
