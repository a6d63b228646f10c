#include "base/write_file.hpp"

#include "base/descriptor.hpp"
#include "base/file.hpp"

#include <random>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace qd {
namespace {

using detail::Descriptor;
using detail::fail;
namespace fs = std::filesystem;

// The links of /proc, such as /dev/stdout leads to, are not names of files: only opening them leads to what is meant.
bool is_in_proc(const fs::path& link) {
    const Descriptor itself(::open(link.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct statfs system {};
    return itself.number() >= 0 && ::fstatfs(itself.number(), &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
}

// Where a name leads through links, and what is there: nothing yet, a regular file, or what can only be written into.
struct Goal {
    fs::path path;
    enum class Kind { nothing, file, stream } kind = Kind::nothing;
    struct stat about {};
};

Goal goal_of(const fs::path& given) {
    constexpr int most_links = 40; // as many as the system follows
    Goal goal{given, Goal::Kind::nothing, {}};
    // The system refuses some links, such as a stranger's in /tmp; what it refuses is not followed by hand.
    if (::stat(given.c_str(), &goal.about) != 0 && errno != ENOENT) fail(given, "write");
    for (int i = 0; i < most_links; ++i) {
        if (::lstat(goal.path.c_str(), &goal.about) != 0) {
            if (errno != ENOENT) fail(given, "write");
            goal.kind = Goal::Kind::nothing;
            return goal;
        }
        goal.kind = S_ISREG(goal.about.st_mode) ? Goal::Kind::file : Goal::Kind::stream;
        if (!S_ISLNK(goal.about.st_mode) || is_in_proc(goal.path)) return goal;
        std::error_code failed;
        const fs::path target = fs::read_symlink(goal.path, failed);
        if (failed) break;
        goal.path = goal.path.parent_path() / target;
    }
    errno = ELOOP;
    fail(given, "write");
}

void write_all(int file, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) fail(path, "write");
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
}

void write_into(const fs::path& stream, std::string_view bytes, const fs::path& given) {
    const Descriptor file(::open(stream.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC));
    if (file.number() < 0) fail(given, "write");
    write_all(file.number(), bytes, given);
    if (::fsync(file.number()) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP) fail(given, "write");
}

// Owner, group and mode of the file that is replaced. Where the group cannot be kept, its rights are not given to another one.
void take_over(int file, const struct stat& before, const fs::path& given) {
    struct stat now {};
    if (::fstat(file, &now) != 0) fail(given, "write");
    mode_t mode = before.st_mode & 0777;
    const bool same_owner = now.st_uid == before.st_uid || ::fchown(file, before.st_uid, static_cast<gid_t>(-1)) == 0;
    const bool same_group = now.st_gid == before.st_gid || ::fchown(file, static_cast<uid_t>(-1), before.st_gid) == 0;
    if (!same_group) mode &= ~static_cast<mode_t>(S_IRWXG);
    static_cast<void>(same_owner); // in a folder that is shared, who writes it last owns it
    if (::fchmod(file, mode) != 0) fail(given, "write");
}

} // namespace

fs::path make_beside(const fs::path& path, const std::function<int(const char*)>& make) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device random;
    for (int tries = 0; tries < 100; ++tries) {
        std::string name = path.string() + ".";
        for (int i = 0; i < 6; ++i) name += letters[random() % letters.size()];
        if (make(name.c_str()) >= 0) return name;
        if (errno != EEXIST) break;
    }
    fail(path, "write");
}

fs::path where_links_lead(const fs::path& path) { return goal_of(path).path; }

void write_file(const fs::path& path, std::string_view bytes) {
    const Goal goal = goal_of(path);
    if (goal.kind == Goal::Kind::stream) return write_into(goal.path, bytes, path);
    const bool is_there = goal.kind == Goal::Kind::file;
    if (is_there && ::faccessat(AT_FDCWD, goal.path.c_str(), W_OK, AT_EACCESS) != 0) fail(path, "write");
    int made = -1;
    const fs::path aside = make_beside(goal.path, [&](const char* name) {
        return made = ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, is_there ? 0600 : 0666);
    });
    const Descriptor file(made);
    try {
        write_all(file.number(), bytes, path);
        if (is_there) take_over(file.number(), goal.about, path);
        if (::fsync(file.number()) != 0) fail(path, "write");
        if (::rename(aside.c_str(), goal.path.c_str()) != 0) fail(path, "write");
    } catch (...) {
        ::unlink(aside.c_str());
        throw;
    }
    sync_folder(goal.path.parent_path());
}

bool is_standard_output(const fs::path& path) {
    struct stat named {
    }, output{};
    return ::stat(path.c_str(), &named) == 0 && ::fstat(STDOUT_FILENO, &output) == 0 && named.st_dev == output.st_dev &&
           named.st_ino == output.st_ino;
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor open_folder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open_folder.number() < 0 || ::fsync(open_folder.number()) != 0) fail(folder, "sync");
}

} // namespace qd
