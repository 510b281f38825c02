#pragma once

#include "core/base/objectid.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <utility>
#include <vector>

namespace squall::workspace {

/// A connection somebody keeps. Passwords are not part of it: those among `keywords` are left out when it is
/// written.
struct SavedConnection
{
    QString id = {}; ///< made up once, never shown
    QString name = {};
    /// libpq's keywords and their values.
    std::vector<std::pair<QByteArray, QByteArray>> keywords = {};
    /// `local`, `shared`, `staging` or `production`; empty when it is to be guessed.
    QString environment = {};
    bool oneConnection = false;
    bool applyOnLeave = false; ///< edits of a row are applied when somebody leaves it
    QDateTime lastUsed = {};

    bool operator==(const SavedConnection &) const = default;
};

/// A tab as it is to come back on the next start.
struct OpenTab
{
    QString id = {};
    QString connection = {}; ///< the id of a SavedConnection; empty for none
    QString kind = {};       ///< `table` or `sql`, and what later views bring
    ObjectId object = {};
    QString title = {};
    QString text = {}; ///< what an editor holds
    QString view = {}; ///< which side of it is in front: `data`, `structure`, `ddl`
    bool current = false;

    bool operator==(const OpenTab &) const = default;
};

/// What is written in an SQL tab. There is no other place for it, and none is needed: it is kept while it is
/// typed.
struct Buffer
{
    QString id = {}; ///< made up once; its tab has the same
    QString connection = {};
    QString title = {};
    QString text = {};
    qint64 caret = 0; ///< in UTF-16 units, as the anchor of what is selected
    qint64 anchor = 0;
    qint64 firstLine = 0; ///< in sight, from 0
    QString file = {};    ///< that it was read from or saved to
    QString encoding = {};
    QByteArray fileMark = {};   ///< of the file's bytes when it was last read or written
    QByteArray parameters = {}; ///< what was given for those of its statements
    QByteArray undo = {};       ///< what led to the text, in the words of its editor
    bool closed = false;        ///< it has no tab, and can be opened again

    bool operator==(const Buffer &) const = default;
};

/// A statement or script that somebody keeps under a name.
struct SavedQuery
{
    QString id = {};         ///< made up once, never shown
    QString connection = {}; ///< the id of a SavedConnection; empty: it is for all of them
    QString folder = {};     ///< `reports/weekly`; empty for none
    QString name = {};
    QString abbreviation = {}; ///< what completion offers it by; empty when it is not to be offered
    QString text = {};

    bool operator==(const SavedQuery &) const = default;
};

/// A small value by its owner and name: window geometry (no owner), column widths (owned by a connection).
struct Setting
{
    QString owner = {};
    QString name = {};
    QByteArray value = {};

    bool operator==(const Setting &) const = default;
};

/// What the window needs to come back as it was left.
struct Contents
{
    std::vector<SavedConnection> connections = {}; ///< last used first
    std::vector<OpenTab> tabs = {};                ///< in their order
    /// Those that no other running Squall writes, the closed ones last, in the order of their closing.
    std::vector<Buffer> buffers = {};
    std::vector<Setting> settings = {};
    std::vector<SavedQuery> queries = {}; ///< of all connections
    /// A sentence for people when the old file could not be read and was put aside.
    QString notice = {};
};

} // namespace squall::workspace
