#pragma once

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace squall::models {

/// The steps that led to a text as an editor undoes them, and those that were undone: bounded, the oldest go
/// first. Places and pieces are bytes of the editor's own text.
class EditLog
{
public:
    static constexpr qsizetype mostEdits = 1000;
    static constexpr qsizetype mostBytes = qsizetype(256) * 1024;

    struct Edit
    {
        bool inserts = false; ///< else it removes
        qint64 at = 0;
        QByteArray text = {};

        bool operator==(const Edit &) const = default;
    };
    using Step = std::vector<Edit>;

    /// Somebody did something. `begins`: as a step of its own, else as a part of the last one.
    void add(const Edit &edit, bool begins);
    /// A part of the step before was undone, or of the next one redone, by which the text became longer by
    /// `growth`. With the last part it is over. What is not in the log this way shows that it is wrong, and
    /// it is forgotten.
    void undo(qint64 growth, bool last) { go(-1, growth, last); }
    void redo(qint64 growth, bool last) { go(1, growth, last); }
    void clear();
    /// Only so many edits are of use: older steps go.
    void shorten(qsizetype edits);

    /// In the order in which they were made.
    const std::deque<Step> &steps() const { return m_steps; }
    /// So many of them are in the text; the others are undone.
    int done() const { return m_done; }

    /// Nothing for an empty one.
    QByteArray toBytes() const;
    /// Nothing for what `toBytes` cannot have written.
    static std::optional<EditLog> fromBytes(const QByteArray &bytes);

    bool operator==(const EditLog &other) const { return m_steps == other.m_steps && m_done == other.m_done; }

private:
    void go(int direction, qint64 growth, bool last);
    void join(Step &step, const Edit &edit);
    void dropUndone();
    void forgetFirst();

    std::deque<Step> m_steps;
    int m_done = 0;
    qsizetype m_edits = 0;
    qsizetype m_bytes = 0;
    qint64 m_growth = 0;     ///< of the step that is being undone or redone
    bool m_skipping = false; ///< until the next step begins: the one that goes on is not here
};

} // namespace squall::models
