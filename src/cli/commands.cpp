#include "cli/commands.hpp"

namespace qd::cli {

const std::vector<const Command*>& commands() {
    static const std::vector<const Command*> all = {
        &new_command,      &init_command,     &import_command,    &layout_command, &template_command,
        &withdraw_command, &undo_command,     &history_command,   &export_command, &scorecard_command,
        &measure_command,  &forecast_command, &programme_command, &risks_command,  &check_command,
        &report_command,   &issues_command,   &meeting_command,   &serve_command,  &backup_command,
        &restore_command,  &verify_command,   &rebuild_command,
    };
    return all;
}

} // namespace qd::cli
